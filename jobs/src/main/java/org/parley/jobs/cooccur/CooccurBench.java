package org.parley.jobs.cooccur;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
 * Times the counts and measures of the sentence and article contexts against SQL in DuckDB over the
 * same Parquet files. P-values are in neither: DuckDB has none.
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

  private Map<String, Object> measure(SparkSession spark, Warehouse warehouse, Path folder)
      throws IOException, SQLException {
    System.err.println("counting with Parley");
    var parley = Cost.of(() -> parley(spark, warehouse, folder.resolve("parley")));
    long peak = peakMegabytes();
    System.err.println("%s; counting with DuckDB".formatted(parley));
    var done = new boolean[1];
    var peer =
        new DuckDbPeer(kinds(), duckDbMemory, duckDbDisk, duckDbMinutes, duckDbParts, leastWindows);
    var duckDb =
        Cost.of(() -> done[0] = peer.run(folder.resolve("warehouse"), folder.resolve("duckdb")));
    System.err.println("%s; comparing".formatted(duckDb));
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", articles);
    figures.put("mentions", warehouse.read(Table.MENTIONS).count());
    figures.put("entities", entities);
    for (WindowKind kind : kinds()) {
      var ours = sums(spark, folder.resolve("parley/context=" + kind.label()));
      figures.put(kind.label() + "_rows", ours.getLong(0));
      if (done[0]) {
        var theirs = sums(spark, folder.resolve("duckdb/" + kind.label()));
        figures.put(kind.label() + "_agrees", agree(ours, theirs));
      }
    }
    figures.put("parley_seconds", rounded(parley.seconds));
    figures.put("parley_cpu_seconds", rounded(parley.cpuSeconds));
    figures.put("parley_peak_mb", peak);
    figures.put("duckdb_seconds", rounded(duckDb.seconds));
    figures.put("duckdb_cpu_seconds", rounded(duckDb.cpuSeconds));
    figures.put("duckdb_done", done[0]);
    figures.put(
        done[0] ? "ratio_to_duckdb" : "ratio_to_duckdb_at_most",
        rounded(parley.seconds / duckDb.seconds));
    figures.put("cpu_ratio", rounded(parley.cpuSeconds / duckDb.cpuSeconds));
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

  /** What a piece of work took: processor time tells also where others use the machine. */
  private record Cost(double seconds, double cpuSeconds) {
    /** Work that may fail as reading and writing can. */
    interface Work {
      void run() throws IOException, SQLException;
    }

    static Cost of(Work work) throws IOException, SQLException {
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpu = system.getProcessCpuTime();
      long start = System.nanoTime();
      work.run();
      return new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    @Override
    public String toString() {
      return "%.1f s, %.1f s of processor time".formatted(seconds, cpuSeconds);
    }
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

  private void parley(SparkSession spark, Warehouse warehouse, Path out) {
    var corpus =
        Corpus.of(
            warehouse.read(Table.ARTICLES),
            warehouse.read(Table.MENTIONS),
            warehouse.read(Table.ANNOTATIONS),
            RepeatedSentences.none(spark),
            kinds());
    var blocks =
        Blocks.of(corpus, kinds(), CooccurJob.Config.MOST_ENTITIES)
            .persist(StorageLevel.DISK_ONLY());
    var counting =
        new Counting(
            blocks,
            (row, postings) -> postings.addAll(row.<byte[]>getAs("block")),
            corpus.calendar(),
            Timeline.NONE,
            corpus.entities(),
            corpus.outlets(),
            kinds().stream().map(WindowKind::label).toList(),
            Counting.windows(corpus.windows(), corpus.calendar()));
    var entityRows = counting.entityRows();
    var margins = counting.margins(entityRows);
    var pairs =
        CooccurTables.measured(
            counting.pairRows(corpus.calendar().every(), margins, Keep.rowsOf(leastWindows)),
            counting);
    pairs
        .write()
        .option("compression", "zstd")
        .options(TableWriter.plainDoubles(pairs.schema()))
        .partitionBy("context")
        .parquet(out.toString());
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
