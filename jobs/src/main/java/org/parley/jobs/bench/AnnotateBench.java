package org.parley.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.resolve.ResolveJob;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times annotate and resolve, which together give tokens, tags, lemmas, names, trees, who is meant
 * and who says what, against CoreNLP's command line with the annotators that give the same, on the
 * same articles with as many threads. Loading is told apart: models, and one article that each side
 * does first.
 */
@Command(
    name = "bench-annotate",
    hidden = true,
    description = "Time annotate and resolve against CoreNLP's command line.")
public final class AnnotateBench implements Callable<Integer> {
  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;
  @Mixin private BenchArticles articles;

  @Option(
      names = "--corenlp-classpath",
      required = true,
      description = "CoreNLP with its models and all that it brings; scripts/bench finds it.")
  private String classPath;

  @Option(
      names = "--corenlp-memory",
      defaultValue = "6g",
      description = "Heap of CoreNLP's command line (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      System.out.println(new ObjectMapper().writeValueAsString(measure(folder)));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private Map<String, Object> measure(Path folder) throws IOException {
    var spark = session.session("bench annotate");
    int threads = spark.sparkContext().defaultParallelism();
    var sample = articles.sample(spark, folder);
    List<Path> files = write(sample, Files.createDirectory(folder.resolve("texts")));
    var parley = parley(spark, sample);
    System.err.printf("Parley took %.1f seconds; now CoreNLP%n", parley.seconds);
    var coreNlp =
        CoreNlpProcess.run(
            classPath, heap, threads, files, Files.createDirectory(folder.resolve("corenlp")));
    Row counts =
        sample
            .articles()
            .read(Table.DOCUMENT_STATUS)
            .agg(sum(col("token_count")), sum(col("parsed_tokens")))
            .first();

    var figures = new LinkedHashMap<String, Object>();
    long tokens = counts.getLong(0);
    figures.put("articles", files.size() - 1);
    figures.put("tokens", tokens);
    figures.put("threads", threads);
    figures.put("parsed_share", rounded((double) counts.getLong(1) / tokens));
    figures.put("parley_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    figures.put("corenlp_heap", heap);
    figures.put("parley_loading_seconds", rounded(parley.loadingSeconds));
    figures.put("corenlp_loading_seconds", rounded(coreNlp.loadingSeconds()));
    figures.put("parley_seconds", rounded(parley.seconds));
    figures.put("corenlp_seconds", rounded(coreNlp.seconds()));
    figures.put("parley_cpu_seconds", rounded(parley.cpuSeconds));
    figures.put("corenlp_cpu_seconds", rounded(coreNlp.cpuSeconds()));
    figures.put("cpu_ratio", rounded(coreNlp.cpuSeconds() / parley.cpuSeconds));
    figures.put("parley_tokens_per_s", rounded(tokens / parley.seconds));
    figures.put("corenlp_tokens_per_s", rounded(tokens / coreNlp.seconds()));
    figures.put("ratio", rounded(coreNlp.seconds() / parley.seconds));
    return figures;
  }

  /** A file for each text, that which both sides begin with first. */
  private static List<Path> write(BenchArticles.Sample sample, Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (Warehouse warehouse : List.of(sample.first(), sample.articles())) {
      for (Row row :
          warehouse.read(Table.ARTICLES).orderBy("text_id").select("text").collectAsList()) {
        Path file = folder.resolve("%06d.txt".formatted(files.size()));
        files.add(Files.writeString(file, row.getString(0)));
      }
    }
    return files;
  }

  /** What annotate and resolve took. */
  private record Measured(double loadingSeconds, double seconds, double cpuSeconds) {}

  private Measured parley(SparkSession spark, BenchArticles.Sample sample) {
    long start = System.nanoTime();
    Pipeline.load();
    annotateAndResolve(spark, sample.first());
    long loaded = System.nanoTime();
    double cpu = CoreNlpProcess.cpuSeconds(ProcessHandle.current());
    annotateAndResolve(spark, sample.articles());
    return new Measured(
        (loaded - start) / 1e9,
        (System.nanoTime() - loaded) / 1e9,
        CoreNlpProcess.cpuSeconds(ProcessHandle.current()) - cpu);
  }

  private void annotateAndResolve(SparkSession spark, Warehouse warehouse) {
    var seeds = session.seeds();
    var options = annotation.pipelineOptions(seeds);
    String folder = warehouse.location();
    AnnotateJob.run(spark, new AnnotateJob.Config(folder, options), RunMetrics.start());
    ResolveJob.run(
        spark, new ResolveJob.Config(folder, options.fingerprint(), seeds), RunMetrics.start());
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
