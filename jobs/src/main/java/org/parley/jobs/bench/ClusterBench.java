package org.parley.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times the annotate job on the executors that it is given, once they have annotated other articles
 * and so have the models and what is hot compiled: reading, planning and writing count, start-up
 * does not. Prints the seconds.
 */
@Command(
    name = "bench-cluster",
    hidden = true,
    description = "Time the annotate job on executors that have started up.")
public final class ClusterBench implements Callable<Integer> {
  @Option(
      names = "--start-up",
      paramLabel = "M",
      defaultValue = "1000",
      description = "How many other texts are annotated before (default: ${DEFAULT-VALUE}).")
  private int startUp;

  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;
  @Mixin private BenchArticles articles;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      var spark = session.session("bench cluster");
      var drawn = articles.drawn(spark, folder, startUp + articles.count());
      annotate(spark, folder.resolve("start-up"), drawn.subList(0, startUp));
      System.out.printf(
          "%.1f%n", annotate(spark, folder.resolve("timed"), drawn.subList(startUp, drawn.size())));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private double annotate(SparkSession spark, Path folder, List<Row> texts) {
    var warehouse = BenchArticles.warehouse(spark, folder, texts);
    var options = annotation.pipelineOptions(session.seeds());
    return AnnotateJob.run(
            spark, new AnnotateJob.Config(warehouse.location(), options), RunMetrics.start())
        .seconds();
  }
}
