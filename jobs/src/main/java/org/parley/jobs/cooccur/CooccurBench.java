package org.parley.jobs.cooccur;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableWriter;
import org.parley.jobs.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times the counts and measures of the sentence and article contexts, one after the other, against
 * SQL in DuckDB over the same Parquet files. P-values are in neither: DuckDB has none.
 */
@Command(
    name = "bench-cooccur",
    hidden = true,
    description = "Time co-occurrence against DuckDB on a synthetic corpus.")
public final class CooccurBench implements Callable<Integer> {
  enum Context {
    sentence,
    article
  }

  @Mixin private SessionOptions options;

  @Option(names = "--articles", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
  private long articles;

  @Option(
      names = "--mentions-per-article",
      defaultValue = "25",
      description = "Default: ${DEFAULT-VALUE}.")
  private int mentionsPerArticle;

  @Option(names = "--entities", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
  private int entities;

  @Option(
      names = "--contexts",
      split = ",",
      defaultValue = "sentence,article",
      description = "What to count in (default: ${DEFAULT-VALUE}).")
  private Set<Context> contexts;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--least-windows",
      defaultValue = "2",
      description =
          "Rows of fewer common windows are written by neither (default: ${DEFAULT-VALUE}, as in"
              + " cooccur).")
  private int leastWindows;

  @Option(
      names = "--duckdb-minutes",
      defaultValue = "60",
      description =
          "Stop DuckDB after so many minutes: the ratio is then an upper bound (default:"
              + " ${DEFAULT-VALUE}).")
  private int duckDbMinutes;

  @Option(
      names = "--duckdb-memory",
      defaultValue = "4GB",
      description = "Memory limit of DuckDB (default: ${DEFAULT-VALUE}).")
  private String duckDbMemory;

  @Option(
      names = "--duckdb-parts",
      defaultValue = "1",
      description =
          "In how many parts DuckDB counts pairs: with more it takes less memory, but 1.4.1 was seen"
              + " to crash (default: ${DEFAULT-VALUE}).")
  private int duckDbParts;

  @Option(
      names = "--duckdb-disk",
      defaultValue = "24GB",
      description = "How much DuckDB may spill to disk (default: ${DEFAULT-VALUE}).")
  private String duckDbDisk;

  @Override
  public Integer call() throws IOException, SQLException {
    var spark = options.session("bench cooccur");
    var folder = Files.createTempDirectory("parley-bench");
    try {
      var warehouse = new Warehouse(spark, folder.resolve("warehouse").toString());
      System.err.println("writing %,d synthetic articles".formatted(articles));
      new SyntheticCorpus(articles, mentionsPerArticle, entities, seed).write(spark, warehouse);
      System.out.println(new ObjectMapper().writeValueAsString(measure(spark, warehouse, folder)));
    } finally {
      delete(folder);
    }
    return 0;
  }

  /** Each context apart, then all of them together. */
  private Map<String, Object> measure(SparkSession spark, Warehouse warehouse, Path folder)
      throws IOException, SQLException {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", articles);
    figures.put("mentions", warehouse.read(Table.MENTIONS).count());
    figures.put("entities", entities);
    var costs = new LinkedHashMap<WindowKind, Cost>();
    for (WindowKind kind : kinds()) {
      var out = folder.resolve(kind.label()).resolve("parley");
      costs.put(kind, Cost.of(() -> parley(spark, warehouse, kind, out)));
      System.err.println("%s for the context %s".formatted(costs.get(kind), kind.label()));
    }
    // DuckDB runs in this process, so that only before it the peak is ours.
    figures.put("parley_peak_mb", peakMegabytes());
    var parley = new Cost(0, 0);
    var duckDb = new Cost(0, 0);
    boolean done = true;
    for (WindowKind kind : costs.keySet()) {
      var out = folder.resolve(kind.label());
      var ended = new boolean[1];
      var peer =
          new DuckDbPeer(
              List.of(kind), duckDbMemory, duckDbDisk, duckDbMinutes, duckDbParts, leastWindows);
      var theirs =
          Cost.of(() -> ended[0] = peer.run(folder.resolve("warehouse"), out.resolve("duckdb")));
      System.err.println("%s by DuckDB for the context %s".formatted(theirs, kind.label()));
      var ours = costs.get(kind);
      figures.put(kind.label(), comparison(spark, kind, out, ours, theirs, ended[0]));
      parley = parley.plus(ours);
      duckDb = duckDb.plus(theirs);
      done &= ended[0];
    }
    figures.putAll(ratios(parley, duckDb, done));
    return figures;
  }

  private static Map<String, Object> comparison(
      SparkSession spark, WindowKind kind, Path out, Cost ours, Cost theirs, boolean done) {
    var figures = new LinkedHashMap<String, Object>();
    var counted = sums(spark, out.resolve("parley/context=" + kind.label()));
    figures.put("rows", counted.getLong(0));
    if (done) {
      figures.put("agrees", agree(counted, sums(spark, out.resolve("duckdb/" + kind.label()))));
    }
    figures.putAll(ratios(ours, theirs, done));
    return figures;
  }

  private static Map<String, Object> ratios(Cost parley, Cost duckDb, boolean done) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("parley_seconds", rounded(parley.seconds()));
    figures.put("parley_cpu_seconds", rounded(parley.cpuSeconds()));
    figures.put("duckdb_seconds", rounded(duckDb.seconds()));
    figures.put("duckdb_cpu_seconds", rounded(duckDb.cpuSeconds()));
    figures.put("duckdb_done", done);
    figures.put(
        done ? "ratio_to_duckdb" : "ratio_to_duckdb_at_most",
        rounded(parley.seconds() / duckDb.seconds()));
    figures.put("cpu_ratio", rounded(parley.cpuSeconds() / duckDb.cpuSeconds()));
    return figures;
  }

  private List<WindowKind> kinds() {
    return contexts.stream()
        .sorted()
        .map(
            context ->
                switch (context) {
                  case sentence -> WindowKind.SENTENCE;
                  case article -> WindowKind.ARTICLE;
                })
        .toList();
  }

  /** The most memory that this process ever held, where the system tells (Linux); else -1. */
  private static long peakMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    }
    return -1;
  }

  private static Row sums(SparkSession spark, Path folder) {
    return spark
        .sql(
            "SELECT count(*), sum(n_ab), sum(n_a), sum(article_count), sum(text_count),"
                + " sum(cluster_count), sum(outlet_count), round(sum(npmi), 3) FROM parquet.`%s`"
                    .formatted(folder))
        .head();
  }

  private static boolean agree(Row ours, Row theirs) {
    boolean same = true;
    for (int i = 0; i < ours.size(); i++) {
      double a = ((Number) ours.get(i)).doubleValue();
      double b = ((Number) theirs.get(i)).doubleValue();
      same &= Math.abs(a - b) <= 1e-6 * Math.abs(a);
    }
    return same;
  }

  private void parley(SparkSession spark, Warehouse warehouse, WindowKind kind, Path out) {
    var kinds = List.of(kind);
    var corpus =
        Corpus.of(
            warehouse.read(Table.ARTICLES),
            warehouse.read(Table.MENTIONS),
            warehouse.read(Table.ANNOTATIONS),
            RepeatedSentences.none(spark),
            kinds);
    var blocks =
        Blocks.of(corpus, kinds, CooccurJob.Config.MOST_ENTITIES).persist(StorageLevel.DISK_ONLY());
    var counting =
        new Counting(
            blocks,
            (row, postings) -> postings.addAll(row.<byte[]>getAs("block")),
            corpus.calendar(),
            Timeline.NONE,
            corpus.entities(),
            corpus.outlets(),
            kinds.stream().map(WindowKind::label).toList(),
            Counting.windows(corpus.windows(), corpus.calendar()));
    var entityRows = counting.entityRows(corpus.calendar().every());
    var margins = counting.margins(entityRows);
    var pairs =
        new CooccurTables(counting)
            .measured(
                counting.pairRows(corpus.calendar().every(), margins, Keep.rowsOf(leastWindows)));
    TableWriter.parquet(pairs).partitionBy("context").parquet(out.toString());
    entityRows.unpersist();
    blocks.unpersist();
    corpus.release();
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
