package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * The table {@code cooccurrence_states}: what each month adds to all counts. A month is counted
 * again only if its articles, their mentions, or their copies in earlier months have changed; the
 * counts of any months are the sum of their states.
 */
final class States {
  static final String WINDOWS = "windows";

  /** To be raised whenever the same input gives other states. */
  private static final String VERSION = "3";

  private final Warehouse warehouse;
  private final Table table = Table.COOCCURRENCE_STATES;

  States(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** The tables that states are made from. */
  record Input(Dataset<Row> articles, Dataset<Row> mentions, Dataset<Row> annotations) {}

  /**
   * Brings the table up to date.
   *
   * @param settings what else the states depend on
   * @return the months that were counted
   */
  Set<String> update(Input input, List<WindowKind> kinds, int mostEntities, String settings) {
    var repeated =
        RepeatedSentences.of(input.articles, input.annotations)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return update(input, repeated, kinds, mostEntities, settings);
    } finally {
      repeated.unpersist();
    }
  }

  private Set<String> update(
      Input input,
      Dataset<Row> repeated,
      List<WindowKind> kinds,
      int mostEntities,
      String settings) {
    var now =
        fingerprints(input, repeated, VERSION + " " + kinds + " " + mostEntities + " " + settings);
    var before = digests();
    if (now.equals(before)) {
      return Set.of();
    }
    var current = new TreeSet<>(now.keySet());
    current.removeIf(month -> !now.get(month).equals(before.get(month)));
    var stale = new TreeSet<>(now.keySet());
    stale.removeAll(current);
    var old = warehouse.readOrEmpty(table);
    var names = StateDictionary.usedBy(old.where(col("month").isInCollection(current)), old);
    if (stale.isEmpty()) {
      warehouse.replace(table, names, now);
      return stale;
    }
    var corpus = corpus(input, repeated, kinds, stale, current.isEmpty());
    warehouse.replace(
        table,
        names
            .where(col("dictionary").notEqual(StateDictionary.id(corpus)))
            .unionByName(
                StateRows.of(Blocks.of(corpus, kinds, mostEntities), corpus, Set.copyOf(stale)))
            .unionByName(other(corpus, stale)),
        now);
    corpus.release();
    return stale;
  }

  /** What the states of each month were made from. */
  Map<String, String> digests() {
    return warehouse.months(table);
  }

  private static Corpus corpus(
      Input input,
      Dataset<Row> repeated,
      List<WindowKind> kinds,
      Set<String> stale,
      boolean everything) {
    if (everything) {
      return Corpus.of(input.articles, input.mentions, input.annotations, repeated, kinds);
    }
    var clusters =
        input.articles.where(col("month").isInCollection(stale)).select("cluster_id").distinct();
    var articles =
        input
            .articles
            .join(clusters, new String[] {"cluster_id"}, "left_semi")
            .persist(StorageLevel.MEMORY_AND_DISK());
    var months = Dictionary.of(articles, "month").names();
    var mentions =
        input
            .mentions
            .where(col("month").isInCollection(months))
            .join(
                broadcast(articles.select("article_id")), new String[] {"article_id"}, "left_semi");
    return Corpus.of(articles, mentions, input.annotations, repeated, kinds);
  }

  /** Windows and names. */
  private static Dataset<Row> other(Corpus corpus, Set<String> stale) {
    var spark = corpus.clusters().sparkSession();
    String dictionary = StateDictionary.id(corpus);
    var windows =
        corpus
            .windows()
            .where(col("month").isInCollection(stale))
            .selectExpr(
                "'" + WINDOWS + "' AS kind",
                "context",
                "day AS bucket",
                "'" + dictionary + "' AS dictionary",
                "unhex(lpad(hex(n), 16, '0')) AS block",
                "month");
    return windows.unionByName(
        spark.createDataFrame(
            StateDictionary.rows(corpus), Table.COOCCURRENCE_STATES.schema().structType()));
  }

  /** For each month, what its states depend on. */
  private static Map<String, String> fingerprints(
      Input input, Dataset<Row> repeated, String settings) {
    var mentions =
        input
            .mentions
            .groupBy("article_id")
            .agg(
                expr("bit_xor(xxhash64(sentence_index, paragraph_index, voice, entity_id, begin, end))")
                    .as("mentions"),
                expr("count(*)").as("count"));
    var annotated = input.annotations.select("text_id").distinct().withColumn("annotated", lit(1));
    var rows =
        input
            .articles
            .select("article_id", "text_id", "cluster_id", "source", "published_at", "month")
            .join(mentions, new String[] {"article_id"}, "left")
            .join(annotated, new String[] {"text_id"}, "left")
            .join(repeated, new String[] {"article_id"}, "left")
            .withColumn(
                "digest",
                expr(
                    "xxhash64(article_id, text_id, cluster_id, source, published_at, mentions, count, annotated, repeated)"))
            .withColumn(
                "position",
                expr(
                    "row_number() OVER (PARTITION BY cluster_id ORDER BY published_at NULLS LAST, article_id)"))
            .withColumn(
                "so_far",
                expr(
                    "bit_xor(xxhash64(digest, position)) OVER (PARTITION BY cluster_id ORDER BY position)"))
            .groupBy("month")
            .agg(expr("hex(bit_xor(xxhash64(article_id, so_far)))"), expr("count(*)"))
            .collectAsList();
    var fingerprints = new TreeMap<String, String>();
    for (Row row : rows) {
      fingerprints.put(row.getString(0), row.getString(1) + " " + row.getLong(2) + " " + settings);
    }
    return fingerprints;
  }

  /** Counts from the table. */
  Counting counting(List<WindowKind> kinds) {
    var rows = warehouse.read(table);
    SparkSession spark = rows.sparkSession();
    var calendar = Calendar.of(List.copyOf(digests().keySet()));
    var dictionaries = StateDictionary.read(rows);
    var windows =
        rows.where(col("kind").equalTo(WINDOWS))
            .selectExpr(
                "context",
                "month",
                "bucket AS day",
                "CAST(conv(hex(block), 16, 10) AS BIGINT) AS n");
    return new Counting(
        rows,
        new StateDictionary.Decoder(
            org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(dictionaries.numbers()),
            calendar),
        calendar,
        Timeline.of(windows, calendar),
        dictionaries.entities(),
        dictionaries.outlets(),
        kinds.stream().map(WindowKind::label).toList(),
        Counting.windows(windows, calendar));
  }
}
