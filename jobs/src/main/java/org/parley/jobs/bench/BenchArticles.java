package org.parley.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.ingest.IngestJob;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import picocli.CommandLine.Option;

/** Options of a measurement over articles: which, and how many of them. */
final class BenchArticles {
  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      required = true,
      description = "Files, folders or globs of articles, as `parley ingest` reads them.")
  private List<String> inputs;

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "60",
      description = "How many distinct texts to draw from them (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which ones are drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  /**
   * A sample of the articles, and one article more to begin with, the shortest of them all.
   *
   * @param folder where to make the warehouses: the table articles, one row a distinct text
   */
  Sample sample(SparkSession spark, Path folder) {
    var sample = drawn(spark, folder, count + 1);
    sample.sort(Comparator.comparing((Row row) -> row.<String>getAs("text").length()));
    return new Sample(
        warehouse(spark, folder.resolve("first"), sample.subList(0, 1)),
        warehouse(spark, folder.resolve("sample"), sample.subList(1, sample.size())));
  }

  /** How many distinct texts are wanted. */
  int count() {
    return count;
  }

  /**
   * Distinct texts in the order in which they are drawn, fewer if there are no more: rows of the
   * table articles.
   *
   * @param folder where to make a warehouse of all
   */
  List<Row> drawn(SparkSession spark, Path folder, int number) {
    var all = new Warehouse(spark, folder.resolve("all").toString());
    IngestJob.run(spark, IngestJob.Config.of(inputs, all.location()), RunMetrics.start());
    return new ArrayList<>(
        all.read(Table.ARTICLES)
            .where(col("char_count").gt(0))
            .dropDuplicates("text_id")
            .orderBy(xxhash64(lit(seed), col("text_id")), col("text_id"))
            .limit(number)
            .collectAsList());
  }

  /** A warehouse with the table articles. */
  static Warehouse warehouse(SparkSession spark, Path folder, List<Row> articles) {
    var warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(
        Table.ARTICLES,
        spark.createDataFrame(articles, Table.ARTICLES.schema().structType()).coalesce(1));
    return warehouse;
  }

  /**
   * What is measured.
   *
   * @param first one article, which each side does while it loads
   * @param articles those that are timed
   */
  record Sample(Warehouse first, Warehouse articles) {}
}
