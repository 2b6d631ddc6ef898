package org.parley.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.annotate.AnnotationRows;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.nlp.PipelineOptions;
import org.parley.text.SectionedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times the annotate job, reading and writing included, against the same annotation in a plain pool
 * of as many threads. Both sides go once before it counts, so that each finds the JVM with what is
 * hot compiled; then they go in turn, each first in every second round, none with sentences that
 * the other has annotated, and the middle of the rounds' ratios counts.
 */
@Command(
    name = "bench-spark",
    hidden = true,
    description = "Time the annotate job against plain threads.")
public final class SparkBench implements Callable<Integer> {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many times each side goes (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;
  @Mixin private BenchArticles articles;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      measure(folder);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws IOException, InterruptedException, ExecutionException {
    var spark = session.session("bench spark");
    var options = annotation.pipelineOptions(session.seeds());
    int threads = spark.sparkContext().defaultParallelism();
    var sample = articles.sample(spark, folder).articles();
    List<SectionedText> texts =
        sample.read(Table.ARTICLES).collectAsList().stream()
            .map(AnnotationRows::sectionedText)
            .sorted(Comparator.comparing((SectionedText text) -> text.text().length()).reversed())
            .toList();
    Pipeline.load();
    long tokens = tokens(texts, options, threads);
    Timed job = round -> job(spark, copy(spark, sample, folder.resolve("round-" + round)), options);
    Timed pool =
        round -> {
          Pipeline.forgetSentences();
          long start = System.nanoTime();
          tokens(texts, options, threads);
          return (System.nanoTime() - start) / 1e9;
        };
    job.seconds(0);
    var jobs = new ArrayList<Double>();
    var pools = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      boolean jobFirst = round % 2 == 1;
      double first = (jobFirst ? job : pool).seconds(round);
      double second = (jobFirst ? pool : job).seconds(round);
      jobs.add(jobFirst ? first : second);
      pools.add(jobFirst ? second : first);
      ratios.add(jobFirst ? first / second : second / first);
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", texts.size());
    figures.put("tokens", tokens);
    figures.put("threads", threads);
    figures.put("job_seconds", rounded(middle(jobs)));
    figures.put("threads_seconds", rounded(middle(pools)));
    figures.put("job_tokens_per_s", rounded(tokens / middle(jobs)));
    figures.put("threads_tokens_per_s", rounded(tokens / middle(pools)));
    figures.put("ratios", ratios.stream().map(SparkBench::rounded).toList());
    figures.put("ratio_to_threads", rounded(middle(ratios)));
    System.out.println(new ObjectMapper().writeValueAsString(figures));
  }

  /** One side's work in a round. */
  private interface Timed {
    double seconds(int round) throws InterruptedException, ExecutionException;
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Warehouse copy(SparkSession spark, Warehouse articles, Path folder) {
    var warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(Table.ARTICLES, articles.read(Table.ARTICLES));
    return warehouse;
  }

  private static double job(SparkSession spark, Warehouse warehouse, PipelineOptions options) {
    Pipeline.forgetSentences();
    long start = System.nanoTime();
    AnnotateJob.run(
        spark, new AnnotateJob.Config(warehouse.location(), options), RunMetrics.start());
    return (System.nanoTime() - start) / 1e9;
  }

  private static long tokens(List<SectionedText> texts, PipelineOptions options, int threads)
      throws InterruptedException, ExecutionException {
    var pipeline = new Pipeline(options);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long tokens = 0;
      for (var outcome :
          pool.invokeAll(
              texts.stream().map(text -> (Callable<Outcome>) () -> pipeline.run(text)).toList())) {
        tokens += outcome.get().tokenCount();
      }
      return tokens;
    } finally {
      pool.shutdown();
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
