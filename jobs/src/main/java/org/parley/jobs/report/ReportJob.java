package org.parley.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;
import org.parley.stance.Issues;

/**
 * Writes one self-contained HTML page from the tables: what the corpus is, who is named together,
 * who stands where, when and in which words. Of a large corpus it holds what is best supported, and
 * says what it leaves out.
 */
public final class ReportJob {
  private static final String STAGE = "report";

  private ReportJob() {}

  /**
   * What to write where.
   *
   * @param warehouse folder of the tables
   * @param output the HTML file, on any Hadoop file system
   * @param seeds the issues, for their labels
   */
  public record Config(String warehouse, String output, Seeds seeds) {
    /** A report in the warehouse itself. */
    public static Config of(String warehouse, Seeds seeds) {
      return new Config(warehouse, warehouse + "/report.html", seeds);
    }
  }

  /**
   * Where the report is.
   *
   * @param output the HTML file
   * @param bytes its size
   */
  public record Result(String output, long bytes) {
    /** One line for a person. */
    public String summary() {
      return "report: %s (%.1f MB)".formatted(output, bytes / 1e6);
    }
  }

  /** Reads the tables and writes the page in place of an older one. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley report", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    for (Table table : Table.values()) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    byte[] page =
        ReportPage.html(data(spark, Issues.load(config.seeds()), Limits.DEFAULT)).getBytes(UTF_8);
    write(spark, config.output(), page);
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return new Result(config.output(), page.length);
  }

  /** Gathers what the page shows from the views of the tables. */
  static ReportData data(SparkSession spark, Issues issues, Limits limits) {
    var corpus = CorpusSection.read(spark, limits);
    var pairs = PairSection.read(spark, limits);
    var stances = StanceSection.read(spark, limits);
    var bursts = bursts(spark, limits);
    var agreements = agreements(spark, limits);
    var ids = new TreeSet<String>(pairs.entities());
    ids.addAll(stances.entities());
    bursts.forEach(burst -> ids.add(burst.entity()));
    agreements.forEach(pair -> ids.addAll(List.of(pair.a(), pair.b())));
    var entities = EntitySection.read(spark, ids, issues);
    var excerpts = Excerpts.read(spark, Stream.concat(pairs.wanted(), stances.wanted()));
    return new ReportData(
        corpus,
        entities,
        pairs.with(excerpts),
        stances.with(excerpts),
        excerpts.excerpts(),
        excerpts.articles(),
        TimelineSection.read(
            spark,
            corpus,
            entities.stream().limit(limits.timelines()).map(ReportData.Entity::id).toList()),
        bursts,
        agreements,
        Blocs.of(agreements),
        List.of(
            new ReportData.LeftOut(
                "pairs of entities, the best supported", pairs.pairs().size(), pairs.all()),
            new ReportData.LeftOut(
                "pairs of holder and target, those with a verdict first",
                stances.stances().size(),
                stances.all()),
            new ReportData.LeftOut(
                "bursts, the strongest", bursts.size(), spark.table("bursts").count())));
  }

  private static List<ReportData.Burst> bursts(SparkSession spark, Limits limits) {
    return Cells.rows(
        spark,
        "SELECT * FROM bursts ORDER BY weight DESC, entity_id, begin_day LIMIT " + limits.bursts(),
        row ->
            new ReportData.Burst(
                row.text("entity_id"),
                row.day("begin_day"),
                row.day("end_day"),
                row.measure("weight"),
                row.count("article_count")));
  }

  private static List<ReportData.Agreement> agreements(SparkSession spark, Limits limits) {
    return Cells.rows(
        spark,
        "SELECT * FROM actor_congruence ORDER BY shared_targets DESC, abs(net) DESC, actor_a, actor_b LIMIT "
            + limits.agreements(),
        row ->
            new ReportData.Agreement(
                row.text("actor_a"),
                row.text("actor_b"),
                row.count("shared_targets"),
                row.count("congruence"),
                row.count("conflict")));
  }

  private static void write(SparkSession spark, String output, byte[] page) {
    var hadoop = spark.sparkContext().hadoopConfiguration();
    var path = new Path(output);
    try {
      FileSystem fs = path.getFileSystem(hadoop);
      path = fs.makeQualified(path);
      var part = new Path(path.getParent(), "_" + path.getName() + ".part");
      try (OutputStream out = fs.create(part, true)) {
        out.write(page);
      }
      FileContext.getFileContext(path.toUri(), hadoop).rename(part, path, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the report " + output + ": " + e.getMessage(), e);
    }
  }
}
