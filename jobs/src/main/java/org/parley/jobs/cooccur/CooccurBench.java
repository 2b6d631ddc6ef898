package org.parley.jobs.cooccur;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times the counts and measures of the sentence and article contexts against one SQL script in
 * DuckDB over the same Parquet files. P-values are in neither: DuckDB has none.
 */
@Command(
    name = "bench-cooccur",
    hidden = true,
    description = "Time co-occurrence against DuckDB on a synthetic corpus.")
public final class CooccurBench implements Callable<Integer> {
  private static final List<WindowKind> KINDS = List.of(WindowKind.SENTENCE, WindowKind.ARTICLE);

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

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--duckdb-memory",
      defaultValue = "4GB",
      description = "Memory limit of DuckDB (default: ${DEFAULT-VALUE}).")
  private String duckDbMemory;

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
    double parley = parley(warehouse, folder.resolve("parley"));
    System.err.println("%.1f s; counting with DuckDB".formatted(parley));
    double duckDb = duckDb(folder.resolve("warehouse"), folder.resolve("duckdb"));
    System.err.println("%.1f s; comparing".formatted(duckDb));
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", articles);
    figures.put("mentions", warehouse.read(Table.MENTIONS).count());
    figures.put("entities", entities);
    for (WindowKind kind : KINDS) {
      String sums =
          "SELECT count(*), sum(n_ab), sum(n_a), sum(article_count), sum(text_count),"
              + " sum(cluster_count), sum(outlet_count), round(sum(npmi), 3)";
      var ours =
          spark.sql(
              sums
                  + " FROM parquet.`%s`"
                      .formatted(folder.resolve("parley/context=" + kind.label())));
      var theirs =
          spark.sql(
              sums
                  + " FROM parquet.`%s`"
                      .formatted(folder.resolve("duckdb/" + kind.label() + ".parquet")));
      figures.put(kind.label() + "_pairs", ours.head().getLong(0));
      figures.put(kind.label() + "_agrees", agree(ours.head(), theirs.head()));
    }
    figures.put("parley_seconds", rounded(parley));
    figures.put("duckdb_seconds", rounded(duckDb));
    figures.put("ratio_to_duckdb", rounded(parley / duckDb));
    return figures;
  }

  private static boolean agree(org.apache.spark.sql.Row ours, org.apache.spark.sql.Row theirs) {
    boolean same = true;
    for (int i = 0; i < ours.size(); i++) {
      double a = ((Number) ours.get(i)).doubleValue();
      double b = ((Number) theirs.get(i)).doubleValue();
      same &= Math.abs(a - b) <= 1e-6 * Math.abs(a);
    }
    return same;
  }

  private static double parley(Warehouse warehouse, Path out) {
    long start = System.nanoTime();
    var corpus =
        Corpus.of(
            warehouse.read(Table.ARTICLES),
            warehouse.read(Table.MENTIONS),
            warehouse.read(Table.ANNOTATIONS),
            KINDS);
    var blocks =
        Blocks.of(corpus, KINDS, CooccurJob.Config.MOST_ENTITIES).persist(StorageLevel.DISK_ONLY());
    var counting =
        new Counting(
            blocks,
            (row, postings) -> postings.addAll(row.<byte[]>getAs("block")),
            corpus.calendar(),
            Timeline.NONE,
            corpus.entities(),
            corpus.outlets().size(),
            KINDS.stream().map(WindowKind::label).toList(),
            Counting.windows(corpus.windows(), corpus.calendar()));
    var entityRows = counting.entityRows();
    var margins = counting.margins(entityRows);
    var pairs =
        CooccurTables.measured(counting.pairRows(margins, CountedRows.Keep.EVERY), counting);
    pairs
        .write()
        .option("compression", "zstd")
        .options(Warehouse.plainDoubles(pairs.schema()))
        .partitionBy("context")
        .parquet(out.toString());
    entityRows.unpersist();
    blocks.unpersist();
    corpus.release();
    return (System.nanoTime() - start) / 1e9;
  }

  private double duckDb(Path warehouse, Path out) throws IOException, SQLException {
    Files.createDirectories(out);
    String script;
    try (InputStream in = CooccurBench.class.getResourceAsStream("cooccurrence-duckdb.sql")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET memory_limit = '" + duckDbMemory + "'");
      statement.execute("SET temp_directory = '" + out.resolve("spill") + "'");
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute("SET preserve_insertion_order = false");
      long start = System.nanoTime();
      statement.execute(
          script.replace("$warehouse", warehouse.toString()).replace("$out", out.toString()));
      return (System.nanoTime() - start) / 1e9;
    }
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
