package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
  private static final String VERSION = "4";

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
    if (stale.isEmpty()) {
      warehouse.replace(table, warehouse.readOrEmpty(table).limit(0), now);
      return stale;
    }
    var corpus = corpus(input, repeated, kinds, stale, current.isEmpty());
    var entities = names(input.mentions, "entity_id", stale);
    var outlets = names(input.articles, "source", stale);
    var none = Dictionary.of(List.of());
    var numbers = new TreeMap<String, MonthNumbers>();
    for (String month : stale) {
      numbers.put(
          month,
          MonthNumbers.of(
              corpus, entities.getOrDefault(month, none), outlets.getOrDefault(month, none)));
    }
    var names =
        corpus
            .clusters()
            .sparkSession()
            .createDataFrame(StateDictionary.rows(entities, outlets), table.schema().structType());
    warehouse.replace(
        table,
        StateRows.of(Blocks.of(corpus, kinds, mostEntities), corpus, numbers)
            .unionByName(windows(corpus, stale))
            .unionByName(names),
        now);
    corpus.release();
    return stale;
  }

  /** The different names of a column in each of some months. */
  private static Map<String, Dictionary> names(
      Dataset<Row> rows, String column, Set<String> months) {
    var names = new TreeMap<String, List<String>>();
    for (Row row :
        rows.where(col("month").isInCollection(months).and(col(column).isNotNull()))
            .select("month", column)
            .distinct()
            .collectAsList()) {
      names.computeIfAbsent(row.getString(0), month -> new ArrayList<>()).add(row.getString(1));
    }
    var dictionaries = new TreeMap<String, Dictionary>();
    names.forEach((month, list) -> dictionaries.put(month, Dictionary.of(list)));
    return dictionaries;
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
    var annotations =
        input.annotations.join(
            broadcast(articles.select("text_id")), new String[] {"text_id"}, "left_semi");
    var mentions =
        input
            .mentions
            .where(col("month").isInCollection(months))
            .join(
                broadcast(articles.select("article_id")), new String[] {"article_id"}, "left_semi");
    return Corpus.of(articles, mentions, annotations, repeated, kinds);
  }

  private static Dataset<Row> windows(Corpus corpus, Set<String> stale) {
    return corpus
        .windows()
        .where(col("month").isInCollection(stale))
        .selectExpr(
            "'" + WINDOWS + "' AS kind",
            "context",
            "day AS bucket",
            "unhex(lpad(hex(n), 16, '0')) AS block",
            "month");
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

  /** The names in the table. */
  StateDictionary names() {
    return StateDictionary.read(warehouse.read(table));
  }

  /** Counts from the table, with the names in it. */
  Counting counting(List<WindowKind> kinds, StateDictionary names) {
    var rows = warehouse.read(table);
    var calendar = Calendar.of(List.copyOf(digests().keySet()));
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
            JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext())
                .broadcast(names.numbers()),
            calendar),
        calendar,
        Timeline.of(windows, calendar),
        names.entities(),
        names.outlets(),
        kinds.stream().map(WindowKind::label).toList(),
        Counting.windows(windows, calendar));
  }
}
