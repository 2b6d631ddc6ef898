package org.parley.jobs.ingest;

import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Reads files of articles into the tables {@code articles} and {@code rejects}, in place of what
 * they held: the same inputs give the same tables. Every record that is read ends in one of them.
 */
public final class IngestJob {
  private static final String STAGE = "ingest";

  private IngestJob() {}

  /**
   * What to read and how.
   *
   * @param inputs files, folders and globs on any file system that Hadoop knows
   * @param warehouse folder of the tables
   * @param columns which field of a record fills a column of the table, e.g. text to article_body,
   *     beside the names that are known
   * @param cleaning what is done to texts
   * @param similarity least Jaccard similarity of near-duplicates, above 0 and at most 1
   * @param recordBytes longest record, after decompression
   * @param sample about how many records to read, spread over the files; {@link #ALL} for all
   * @param seeds phrases of boilerplate
   */
  public record Config(
      List<String> inputs,
      String warehouse,
      Map<String, String> columns,
      Cleaning cleaning,
      double similarity,
      long recordBytes,
      int sample,
      Seeds seeds) {
    /** No sample: everything is read. */
    public static final int ALL = 0;

    /** Above this share of common shingles two texts are copies. */
    public static final double DEFAULT_SIMILARITY = 0.8;

    /** 8 MiB: the longest pages of news sites are around 5. */
    public static final long DEFAULT_RECORD_BYTES = Limits.DEFAULT.recordBytes();

    public Config {
      inputs = List.copyOf(inputs);
      columns = Map.copyOf(columns);
      if (inputs.isEmpty()) {
        throw new IllegalArgumentException("nothing to read: name files or folders");
      }
      if (!(similarity > 0 && similarity <= 1)) {
        throw new IllegalArgumentException(
            "the similarity of near-duplicates must be above 0 and at most 1; got " + similarity);
      }
      if (sample < 0) {
        throw new IllegalArgumentException("a sample has at least one record; got " + sample);
      }
      Fields.with(columns);
      new Limits(recordBytes, Limits.DEFAULT.fileBytes());
    }

    /** Everything as it is by default. */
    public static Config of(List<String> inputs, String warehouse) {
      return new Config(
          inputs,
          warehouse,
          Map.of(),
          Cleaning.AUTO,
          DEFAULT_SIMILARITY,
          DEFAULT_RECORD_BYTES,
          ALL,
          Seeds.bundled());
    }

    /** These settings with other cleaning. */
    public Config withCleaning(Cleaning other) {
      return new Config(inputs, warehouse, columns, other, similarity, recordBytes, sample, seeds);
    }

    /** These settings with other columns. */
    public Config withColumns(Map<String, String> other) {
      return new Config(inputs, warehouse, other, cleaning, similarity, recordBytes, sample, seeds);
    }

    /** These settings with another limit for records. */
    public Config withRecordBytes(long other) {
      return new Config(inputs, warehouse, columns, cleaning, similarity, other, sample, seeds);
    }
  }

  /**
   * What was read.
   *
   * @param files files read
   * @param records records in them: articles and rejects together
   * @param articles rows of the articles table
   * @param texts distinct texts among them
   * @param clusters distinct texts when near-duplicates count as one
   * @param rejects records rejected, by reason
   * @param share the share of the inputs' bytes that was read, 1 unless a sample was asked for
   */
  public record Result(
      long files,
      long records,
      long articles,
      long texts,
      long clusters,
      Map<String, Long> rejects,
      double share) {
    public Result {
      rejects = new TreeMap<>(rejects);
    }

    /** One line for a person: what came in and what became of it. */
    public String summary() {
      long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
      return String.format(
          "ingest: %d files, %d records = %d articles (%d texts, %d after near-duplicates)"
              + " + %d rejects %s",
          files, records, articles, texts, clusters, rejected, rejects);
    }
  }

  /**
   * Reads the inputs and writes the tables.
   *
   * @throws IllegalArgumentException if an input does not exist, or no file has a text column
   */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley ingest", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    var inputs = new InputRecords(spark, config);
    Dataset<Row> records = inputs.rows().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long read = records.count();
      requireTextColumn(records);
      Dataset<Row> duplicates = duplicates(records).persist(StorageLevel.MEMORY_AND_DISK());
      Dataset<Row> unique =
          records
              .filter(col("reason").isNull())
              .join(duplicates, new String[] {"input_uri", "record_index"}, "left_anti");
      Dataset<Row> articles = clustered(unique, config.similarity());
      Dataset<Row> rejects =
          records
              .filter(col("reason").isNotNull())
              .select("input_uri", "record_index", "reason", "detail")
              .unionByName(duplicates)
              .withColumn("stage", lit(STAGE));
      warehouse.replace(
          Table.ARTICLES,
          articles.hint("rebalance", col("month")).sortWithinPartitions("month", "article_id"));
      warehouse.replace(
          Table.REJECTS, rejects.coalesce(1).sortWithinPartitions("input_uri", "record_index"));
      var result = reconciled(inputs.files(), read, inputs.share(), warehouse);
      note(metrics, result, inputs.bytes(), start);
      metrics.write(spark, warehouse);
      duplicates.unpersist();
      return result;
    } finally {
      records.unpersist();
      spark.sparkContext().clearJobGroup();
    }
  }

  /** If there is no article because the text column has another name, say so at once. */
  private static void requireTextColumn(Dataset<Row> records) {
    if (!records.filter(col("reason").isNull()).isEmpty()) {
      return;
    }
    records
        .filter(col("reason").equalTo(Reason.MISSING_COLUMN.label()))
        .sort("input_uri", "record_index")
        .select("input_uri", "detail")
        .takeAsList(1)
        .forEach(
            row -> {
              throw new IllegalArgumentException(row.getString(0) + ": " + row.getString(1));
            });
  }

  /** The second and further occurrences of a record, by file name and place, as rejects. */
  private static Dataset<Row> duplicates(Dataset<Row> records) {
    var occurrences =
        Window.partitionBy("article_id").orderBy(col("input_uri"), col("record_index"));
    return records
        .filter(col("reason").isNull())
        .select("article_id", "input_uri", "record_index")
        .withColumn("occurrence", row_number().over(occurrences))
        .filter(col("occurrence").gt(1))
        .select(
            col("input_uri"),
            col("record_index"),
            lit(Reason.DUPLICATE_RECORD.label()).as("reason"),
            concat(lit("same content as article "), col("article_id")).as("detail"));
  }

  /** Articles with the cluster of each text. */
  private static Dataset<Row> clustered(Dataset<Row> articles, double similarity) {
    Dataset<Row> texts =
        articles
            .select("text_id", "shingles", "band_keys")
            .groupBy("text_id")
            .agg(
                any_value(col("shingles")).as("shingles"),
                any_value(col("band_keys")).as("band_keys"));
    Dataset<Row> clusters = NearDuplicates.clusters(texts, similarity);
    return articles
        .join(clusters, new String[] {"text_id"}, "left")
        .withColumn("cluster_id", coalesce(col("cluster_id"), col("text_id")));
  }

  /** Counts what was written, and that nothing was lost. */
  private static Result reconciled(long files, long records, double share, Warehouse warehouse) {
    Row articles =
        warehouse
            .read(Table.ARTICLES)
            .agg(count("*"), countDistinct("text_id"), countDistinct("cluster_id"))
            .head();
    var rejects = new TreeMap<String, Long>();
    warehouse
        .read(Table.REJECTS)
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(row -> rejects.put(row.getString(0), row.getLong(1)));
    long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
    if (records != articles.getLong(0) + rejected) {
      throw new IllegalStateException(
          records
              + " records were read, but "
              + articles.getLong(0)
              + " articles and "
              + rejected
              + " rejects were written");
    }
    return new Result(
        files,
        records,
        articles.getLong(0),
        articles.getLong(1),
        articles.getLong(2),
        rejects,
        share);
  }

  private static void note(RunMetrics metrics, Result result, long bytes, long startNanos) {
    var counts = new TreeMap<String, Long>();
    counts.put("files", result.files());
    counts.put("bytes", bytes);
    counts.put("records_read", result.records());
    counts.put("articles", result.articles());
    counts.put("texts", result.texts());
    counts.put("clusters", result.clusters());
    counts.put("rejects", result.records() - result.articles());
    result.rejects().forEach((reason, count) -> counts.put("rejects_" + reason, count));
    counts.forEach((metric, count) -> metrics.put(STAGE, metric, count.doubleValue()));
    metrics.put(STAGE, "seconds", (System.nanoTime() - startNanos) / 1e9);
  }
}
