package org.parley.jobs.cooccur;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.parley.entity.Mention;

/**
 * The mentions of a corpus in the form in which they are counted: entities and outlets as numbers,
 * one row a near-duplicate cluster.
 *
 * @param clusters members: the articles of a cluster that have mentions, the representative first,
 *     then by time; see {@link #members}
 * @param entities the numbers of the entities
 * @param outlets the numbers of the outlets; a posting has one more, 0 for none
 * @param calendar the numbers of the months
 * @param windows context, month, day (of the month, 0 for none), n: how many windows the
 *     representative articles have, with or without mentions
 */
record Corpus(
    Dataset<Row> clusters,
    Dictionary entities,
    Dictionary outlets,
    Calendar calendar,
    Dataset<Row> windows) {
  private static final List<String> NOT_COUNTED = List.of("byline", "boilerplate");
  private static final int[] NOTHING_REPEATED = {};

  /**
   * Reads the tables. The caller ends with {@link #release()}.
   *
   * @param articles whole near-duplicate clusters
   * @param repeated of these and other articles, see {@link RepeatedSentences}
   */
  static Corpus of(
      Dataset<Row> articles,
      Dataset<Row> mentions,
      Dataset<Row> annotations,
      Dataset<Row> repeated,
      List<WindowKind> kinds) {
    var entities = Dictionary.of(mentions, "entity_id");
    if (entities.size() > PackedMention.MOST_ENTITIES) {
      throw new IllegalArgumentException(
          "%d entities are more than can be counted together (%d)"
              .formatted(entities.size(), PackedMention.MOST_ENTITIES));
    }
    var places = articles.select("source", "month").distinct().collectAsList();
    var outlets =
        Dictionary.of(
            places.stream().map(row -> row.getString(0)).filter(Objects::nonNull).toList());
    if (outlets.size() >= Posting.MOST_OUTLETS) {
      throw new IllegalArgumentException(
          "%d outlets are more than can be counted together (%d)"
              .formatted(outlets.size(), Posting.MOST_OUTLETS - 1));
    }
    var calendar = Calendar.of(places.stream().map(row -> row.getString(1)).toList());
    var described =
        described(articles)
            .join(repeated, new String[] {"article_id"}, "left")
            .persist(StorageLevel.MEMORY_AND_DISK());
    var clusters =
        described
            .join(MentionScan.packed(mentions, entities), "article_id")
            .groupBy("cluster_id")
            .agg(
                sort_array(
                        collect_list(
                            struct(
                                col("position"),
                                col("article_id"),
                                col("month"),
                                col("day"),
                                col("source"),
                                col("text"),
                                col("repeated"),
                                col("mentions"))))
                    .as("members"))
            .select("members")
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Corpus(
        clusters, entities, outlets, calendar, windows(described, annotations, kinds));
  }

  /** The mentions that count: who a group is that nobody names, only its own text may know. */
  static Dataset<Row> counted(Dataset<Row> mentions) {
    return mentions.where(not(col("rule").eqNullSafe(Mention.UNNAMED_GROUP)));
  }

  private static Dataset<Row> described(Dataset<Row> articles) {
    return articles.selectExpr(
        "article_id",
        "cluster_id",
        "text_id",
        "source",
        "month",
        "to_date(published_at) AS day",
        """
        row_number() OVER (PARTITION BY cluster_id ORDER BY published_at NULLS LAST, article_id)
          AS position
        """,
        "dense_rank() OVER (PARTITION BY cluster_id ORDER BY text_id) AS text");
  }

  /** Frees what the counting has kept. */
  void release() {
    clusters.unpersist();
  }

  /** The articles of a row of {@link #clusters}; runs on executors. */
  static List<ClusterMember> members(Row cluster, Calendar calendar, Dictionary outlets) {
    var members = new ArrayList<ClusterMember>();
    List<Row> rows = cluster.getList(0);
    for (int i = 0; i < rows.size(); ) {
      Row row = rows.get(i);
      var parts = new ArrayList<byte[]>();
      while (i < rows.size() && rows.get(i).getInt(0) == row.getInt(0)) {
        parts.add(rows.get(i++).getAs(7));
      }
      LocalDate day = row.isNullAt(3) ? null : row.getDate(3).toLocalDate();
      members.add(
          new ClusterMember(
              row.getString(1),
              calendar.number(row.getString(2)),
              day == null ? 0 : day.getDayOfMonth(),
              day == null ? -1 : Calendar.week(Math.toIntExact(day.toEpochDay())),
              row.isNullAt(4) ? 0 : outlets.number(row.getString(4)) + 1,
              row.getInt(5),
              row.getInt(0) == 1,
              row.isNullAt(6)
                  ? NOTHING_REPEATED
                  : row.<Integer>getList(6).stream().mapToInt(Integer::intValue).toArray(),
              PackedMention.sorted(parts)));
    }
    return members;
  }

  /** Whether sentences of a section count; those of the others have no mentions. */
  static boolean counts(String section) {
    return !NOT_COUNTED.contains(section);
  }

  private static Dataset<Row> windows(
      Dataset<Row> described, Dataset<Row> annotations, List<WindowKind> kinds) {
    var texts =
        annotations
            .select(
                col("text_id"),
                expr("""
                        filter(
                          arrays_zip(sentences.paragraph, sentences.section),
                          s -> s.section NOT IN (%s))
                        """
                        .formatted(
                            NOT_COUNTED.stream()
                                .map(name -> "'" + name + "'")
                                .collect(joining(", "))))
                    .as("places"))
            .groupBy("text_id")
            .agg(expr("max_by(places, size(places))").as("places"));
    var counts = new ArrayList<String>();
    for (WindowKind kind : kinds) {
      counts.add(
          "struct('%s' AS context, CAST(%s AS BIGINT) AS windows)"
              .formatted(kind.label(), kind.countSql("places", "coalesce(repeats, 0)")));
    }
    return described
        .where("position = 1")
        .join(texts, "text_id")
        .selectExpr(
            "month",
            "coalesce(day(day), 0) AS day",
            "explode(array(%s)) AS w".formatted(String.join(", ", counts)))
        .groupBy(col("w.context").as("context"), col("month"), col("day"))
        .agg(expr("sum(w.windows)").as("n"));
  }
}
