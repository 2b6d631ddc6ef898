package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The rows of the tables {@code entity_stats} and {@code cooccurrence} for one kind of window. */
final class CooccurTables {
  static final String MONTH =
      """
      CASE month_code
        WHEN -1 THEN 'all'
        WHEN 0 THEN 'unknown'
        ELSE concat(lpad(month_code DIV 100, 4, '0'), '-', lpad(month_code % 100, 2, '0'))
      END AS month
      """;

  static final String[] UNITS = {
    "article_count", "text_count", "cluster_count", "outlet_count", "first_seen", "last_seen"
  };

  /** The measures of association, of n_ab, n_a, n_b and n. */
  static final String[] MEASURES = {
    "parley_expected(n_ab, n_a, n_b, n) AS expected",
    "parley_lift(n_ab, n_a, n_b, n) AS lift",
    "parley_npmi(n_ab, n_a, n_b, n) AS npmi",
    "parley_g2(n_ab, n_a, n_b, n) AS g2",
    "parley_log_odds(n_ab, n_a, n_b, n) AS log_odds",
    "parley_log_odds_se(n_ab, n_a, n_b, n) AS log_odds_se",
    "parley_ci_low(n_ab, n_a, n_b, n) AS ci_low",
    "parley_ci_high(n_ab, n_a, n_b, n) AS ci_high",
    "parley_jaccard(n_ab, n_a, n_b, n) AS jaccard",
    "parley_dice(n_ab, n_a, n_b, n) AS dice",
    "parley_t_score(n_ab, n_a, n_b, n) AS t_score"
  };

  private CooccurTables() {}

  /** Sums of the entities: key, month_code, n and the units. */
  static Dataset<Row> entityCounts(Corpus corpus, WindowKind kind) {
    return Slices.sum(corpus.clusters().select(inline(ClusterExpressions.entities(kind))));
  }

  /** Sums of the pairs: key, month_code, n and the units. */
  static Dataset<Row> pairCounts(Corpus corpus, WindowKind kind, int mostEntities) {
    return Slices.sum(
        corpus.clusters().select(inline(ClusterExpressions.pairs(kind, mostEntities))));
  }

  /** Rows of the table {@code entity_stats}. */
  static Dataset<Row> entityStats(Corpus corpus, WindowKind kind, Dataset<Row> entityCounts) {
    return entityCounts
        .withColumn("entity", expr(PairKey.firstSql("key")))
        .join(broadcast(corpus.entityNumbers()), "entity")
        .withColumnRenamed("n", "n_a")
        .join(broadcast(windows(corpus, kind)), "month_code")
        .selectExpr(
            concat(
                new String[] {
                  Voice.labelSql(PairKey.voiceSql("key")) + " AS voice",
                  "entity_id",
                  "n_a",
                  "n",
                  "n_a / n AS share",
                  "'" + kind.label() + "' AS context",
                  MONTH
                },
                UNITS));
  }

  /**
   * Pairs with the counts that their measures are made of; voices, months and entities are numbers
   * still.
   *
   * @return month_code, voice_number, a, b, n_ab, n_a, n_b, n and the units
   */
  static Dataset<Row> counted(
      Corpus corpus, WindowKind kind, Dataset<Row> pairCounts, Dataset<Row> entityCounts) {
    var margins =
        entityCounts.selectExpr(
            PairKey.voiceSql("key") + " AS voice_number",
            "month_code",
            PairKey.firstSql("key") + " AS entity",
            "n AS n_entity");
    return pairCounts
        .withColumnRenamed("n", "n_ab")
        .withColumn("voice_number", expr(PairKey.voiceSql("key")))
        .withColumn("a", expr(PairKey.firstSql("key")))
        .withColumn("b", expr(PairKey.secondSql("key")))
        .drop("key")
        .join(
            margins.withColumnsRenamed(Map.of("entity", "a", "n_entity", "n_a")),
            new String[] {"voice_number", "month_code", "a"})
        .join(
            margins.withColumnsRenamed(Map.of("entity", "b", "n_entity", "n_b")),
            new String[] {"voice_number", "month_code", "b"})
        .join(broadcast(windows(corpus, kind)), "month_code");
  }

  /**
   * Adds q_value (Benjamini and Hochberg 1995) and tested, the number of tests, over each voice and
   * month. Only different p-values are ranked: there are far fewer than pairs.
   */
  static Dataset<Row> withQValues(Dataset<Row> tested) {
    var slice = Window.partitionBy("voice_number", "month_code");
    var ranked =
        tested
            .groupBy("voice_number", "month_code", "p_value")
            .count()
            .withColumn("tested", expr("sum(count)").over(slice))
            .withColumn("rank", expr("sum(count)").over(slice.orderBy("p_value")))
            .withColumn(
                "q_value",
                expr("min(p_value * tested / rank)").over(slice.orderBy(col("p_value").desc())))
            .selectExpr(
                "voice_number", "month_code", "p_value", "tested", "least(q_value, 1) AS q_value");
    return tested.join(ranked, new String[] {"voice_number", "month_code", "p_value"});
  }

  /** Rows of the table {@code cooccurrence}. */
  static Dataset<Row> cooccurrence(
      Corpus corpus, WindowKind kind, Dataset<Row> tested, Dataset<Row> partOf) {
    var names = corpus.entityNumbers();
    return withQValues(tested)
        .join(broadcast(names.toDF("entity_a", "a")), "a")
        .join(broadcast(names.toDF("entity_b", "b")), "b")
        .join(broadcast(partOf), expr("part_a = entity_a AND part_b = entity_b"), "left")
        .selectExpr(
            concat(
                MEASURES,
                new String[] {
                  Voice.labelSql("voice_number") + " AS voice",
                  "entity_a",
                  "entity_b",
                  "n_ab",
                  "n_a",
                  "n_b",
                  "n",
                  "p_value",
                  "q_value",
                  "tested",
                  "'" + NullModel.name(kind) + "' AS null_model",
                  """
                  part_a IS NOT NULL
                    AND coalesce(since <= last_seen, true)
                    AND coalesce(until >= first_seen, true) AS part_of
                  """,
                  "'" + kind.label() + "' AS context",
                  MONTH
                },
                UNITS));
  }

  private static Dataset<Row> windows(Corpus corpus, WindowKind kind) {
    return corpus.windows().where(col("context").equalTo(lit(kind.label()))).drop("context");
  }

  private static String[] concat(String[]... lists) {
    return Stream.of(lists).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
