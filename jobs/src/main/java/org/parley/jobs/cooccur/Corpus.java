package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The mentions of a corpus in the form in which they are counted: entities and outlets as numbers,
 * one row a near-duplicate cluster.
 *
 * @param clusters members: the cluster's articles that have mentions, as {@link
 *     ClusterExpressions#MEMBERS}
 * @param entityNumbers entity_id, entity: the numbers ascend with the ids
 * @param windows context, month_code, n: how many windows the representative articles have
 */
record Corpus(Dataset<Row> clusters, Dataset<Row> entityNumbers, Dataset<Row> windows) {
  private static final String MONTH_CODE =
      "IF(month = 'unknown', 0, CAST(replace(month, '-', '') AS INT))";

  /** Reads the tables. The caller ends with {@link #release()}. */
  static Corpus of(Dataset<Row> articles, Dataset<Row> mentions, Dataset<Row> annotations) {
    var entityNumbers = numbered(mentions, "entity_id", "entity", 0);
    long entities = entityNumbers.count();
    if (entities > PackedMention.MOST_ENTITIES) {
      throw new IllegalArgumentException(
          "%d entities are more than can be counted together (%d): split the corpus by month"
              .formatted(entities, PackedMention.MOST_ENTITIES));
    }
    var outlets = numbered(articles, "source", "outlet", 1);
    var described =
        articles
            .select(
                col("article_id"),
                col("cluster_id"),
                col("text_id"),
                col("source"),
                expr("to_date(published_at)").as("day"),
                expr(MONTH_CODE).as("month_code"),
                row_number()
                    .over(
                        Window.partitionBy("cluster_id")
                            .orderBy(col("published_at").asc_nulls_last(), col("article_id")))
                    .gt(1)
                    .as("is_copy"))
            .join(broadcast(outlets), new String[] {"source"}, "left")
            .selectExpr(
                "article_id",
                "cluster_id",
                "text_id",
                "day",
                "month_code",
                "is_copy",
                "coalesce(outlet, 0) AS outlet");
    var packed =
        mentions
            .join(entityNumbers, "entity_id")
            .select(
                col("article_id"),
                expr(PackedMention.packSql(
                        "sentence_index", "paragraph_index", Voice.codeSql("voice"), "entity"))
                    .as("mention"))
            .groupBy("article_id")
            .agg(sort_array(collect_list("mention")).as("mentions"));
    var clusters =
        described
            .join(packed, "article_id")
            .groupBy("cluster_id")
            .agg(
                sort_array(
                        collect_list(
                            struct(
                                col("is_copy"),
                                col("article_id"),
                                col("month_code"),
                                col("day"),
                                col("outlet"),
                                col("text_id"),
                                col("mentions"))))
                    .as("members"))
            .select("members")
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Corpus(clusters, entityNumbers, windows(described, annotations).cache());
  }

  /** Frees what the counting has kept. */
  void release() {
    clusters.unpersist();
    windows.unpersist();
  }

  /**
   * Numbers from {@code first} on, ascending with the values: a million names are sorted on the
   * driver in a second.
   */
  private static Dataset<Row> numbered(Dataset<Row> rows, String column, String number, int first) {
    var values =
        new TreeSet<>(
            rows.select(column)
                .where(col(column).isNotNull())
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    var numbered = new ArrayList<Row>();
    for (String value : values) {
      numbered.add(RowFactory.create(value, first + numbered.size()));
    }
    return rows.sparkSession()
        .createDataFrame(
            numbered,
            new StructType()
                .add(column, DataTypes.StringType, false)
                .add(number, DataTypes.IntegerType, false));
  }

  /** What is written there counts; bylines and boilerplate have no mentions. */
  private static Dataset<Row> windows(Dataset<Row> described, Dataset<Row> annotations) {
    var texts =
        annotations
            .select(
                col("text_id"),
                expr("""
                        filter(
                          arrays_zip(sentences.paragraph, sentences.section),
                          s -> s.section NOT IN ('byline', 'boilerplate'))
                        """)
                    .as("places"))
            .selectExpr(
                "text_id",
                "size(places) AS sentence",
                "size(array_distinct(places.paragraph)) AS paragraph",
                "1 AS article")
            .groupBy("text_id")
            .agg(
                expr("max(sentence)").as("sentence"),
                expr("max(paragraph)").as("paragraph"),
                expr("max(article)").as("article"));
    return described
        .where("NOT is_copy")
        .join(texts, "text_id")
        .select(
            col("month_code"),
            explode(
                    array(
                        struct(lit("sentence").as("context"), col("sentence").as("windows")),
                        struct(lit("paragraph").as("context"), col("paragraph").as("windows")),
                        struct(lit("article").as("context"), col("article").as("windows"))))
                .as("w"))
        .groupBy(col("w.context").as("context"), col("month_code"))
        .agg(sum("w.windows").as("n"))
        .transform(Corpus::withAll);
  }

  private static Dataset<Row> withAll(Dataset<Row> months) {
    return months.unionByName(
        months
            .groupBy("context")
            .agg(lit(ClusterCount.ALL).as("month_code"), sum("n").as("n"))
            .select("context", "month_code", "n"));
  }
}
