package org.parley.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.ToDoubleFunction;
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
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      measure(folder);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws Exception {
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
    Side job =
        round -> {
          var warehouse = copy(spark, sample, folder.resolve("round-" + round));
          Pipeline.forgetSentences();
          return Spent.on(() -> job(spark, warehouse, options));
        };
    Side pool =
        round -> {
          Pipeline.forgetSentences();
          return Spent.on(() -> tokens(texts, options, threads));
        };
    job.go(0);
    var measured = new ArrayList<Round>();
    for (int round = 1; round <= rounds; round++) {
      boolean jobFirst = round % 2 == 1;
      var first = (jobFirst ? job : pool).go(round);
      var second = (jobFirst ? pool : job).go(round);
      measured.add(jobFirst ? new Round(first, second) : new Round(second, first));
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", texts.size());
    figures.put("tokens", tokens);
    figures.put("threads", threads);
    double jobSeconds = Spent.middle(measured, round -> round.job.seconds());
    double poolSeconds = Spent.middle(measured, round -> round.pool.seconds());
    figures.put("job_seconds", rounded(jobSeconds));
    figures.put("threads_seconds", rounded(poolSeconds));
    figures.put("job_cpu_seconds", middle(measured, round -> round.job.cpuSeconds()));
    figures.put("threads_cpu_seconds", middle(measured, round -> round.pool.cpuSeconds()));
    figures.put("job_tokens_per_s", rounded(tokens / jobSeconds));
    figures.put("threads_tokens_per_s", rounded(tokens / poolSeconds));
    figures.put("ratios", measured.stream().map(round -> rounded(round.ratio())).toList());
    figures.put("cpu_ratio", middle(measured, Round::cpuRatio));
    figures.put("ratio_to_threads", middle(measured, Round::ratio));
    System.out.println(new ObjectMapper().writeValueAsString(figures));
  }

  /** One side. */
  private interface Side {
    Spent go(int round) throws Exception;
  }

  /** What the two sides took in a round. */
  private record Round(Spent job, Spent pool) {
    double ratio() {
      return job.seconds() / pool.seconds();
    }

    double cpuRatio() {
      return job.cpuSeconds() / pool.cpuSeconds();
    }
  }

  private static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounded(Spent.middle(rounds, figure));
  }

  private static Warehouse copy(SparkSession spark, Warehouse articles, Path folder) {
    var warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(Table.ARTICLES, articles.read(Table.ARTICLES));
    return warehouse;
  }

  private static AnnotateJob.Result job(
      SparkSession spark, Warehouse warehouse, PipelineOptions options) {
    return AnnotateJob.run(
        spark, new AnnotateJob.Config(warehouse.location(), options), RunMetrics.start());
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
