package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** From {@link CountRow}s to the rows of the tables of pairs and entities. */
final class CooccurTables {
  private static final String[] UNITS = {
    "article_count",
    "text_count",
    "cluster_count",
    "outlet_count",
    "date_from_unix_date(first_day) AS first_seen",
    "date_from_unix_date(last_day) AS last_seen"
  };

  /** The measures of association, of n_ab, n_a, n_b and n. */
  private static final String[] MEASURES = {
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

  private static final String[] BURST = {
    "date_from_unix_date(first_day) AS begin_day",
    "date_from_unix_date(last_day) AS end_day",
    "weight",
    "n_ab AS article_count"
  };

  private static final String[] TESTS = {"p_value", "q_value", "tested", "null_model", "part_of"};

  private CooccurTables() {}

  /**
   * Rows of the table {@code entity_stats}.
   *
   * @param months the numbers of the months to make, beside all time
   */
  static Dataset<Row> entityStats(Dataset<Row> entityRows, BitSet months, Counting counting) {
    return entityRows
        .where(
            col("unit")
                .equalTo("all")
                .or(
                    col("unit")
                        .equalTo("month")
                        .and(col("period").isInCollection(months.stream().boxed().toList()))))
        .join(broadcast(names(entityRows.sparkSession(), counting, "entity_id", "a")), "a")
        .join(
            broadcast(windows(entityRows.sparkSession(), counting)),
            new String[] {"context", "period"})
        .selectExpr(
            concat(
                new String[] {
                  Voice.labelSql("voice_number") + " AS voice",
                  "entity_id",
                  "n_ab AS n_a",
                  "windows AS n",
                  "n_ab / windows AS share",
                  "context",
                  month(counting.calendar())
                },
                UNITS));
  }

  /**
   * Pairs with their measures and names.
   *
   * @param pairRows with the columns that {@code more} names
   * @param more other columns to keep
   */
  static Dataset<Row> measured(Dataset<Row> pairRows, Counting counting, String... more) {
    return named(pairRows.where("unit IN ('all', 'month')"), counting)
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
                  "context",
                  month(counting.calendar())
                },
                UNITS,
                more));
  }

  /** Rows of the table {@code cooccurrence}, from pairs with their tests. */
  static Dataset<Row> cooccurrence(Dataset<Row> tested, Counting counting, PartOf partOf) {
    var spark = tested.sparkSession();
    var parts =
        spark
            .createDataFrame(partOf.rows(), PartOf.PAIRS)
            .join(broadcast(names(spark, counting, "part_a", "a")), "part_a")
            .join(broadcast(names(spark, counting, "part_b", "b")), "part_b")
            .select("a", "b", "since", "until");
    var flagged =
        tested
            .join(
                broadcast(parts.withColumn("is_part", lit(true))), new String[] {"a", "b"}, "left")
            .withColumn(
                "part_of",
                expr(
                    """
                    is_part IS NOT NULL
                      AND coalesce(since <= date_from_unix_date(last_day), true)
                      AND coalesce(until >= date_from_unix_date(first_day), true)
                    """));
    return measured(flagged, counting, TESTS);
  }

  /** Rows of the table {@code cooccurrence_weeks}. */
  static Dataset<Row> weeks(Dataset<Row> pairRows, Counting counting) {
    return named(pairRows.where("unit = 'week' AND n_ab > 0"), counting)
        .selectExpr(
            "context",
            "date_from_unix_date(period * 7 - 3) AS week",
            "entity_a",
            "entity_b",
            "n_ab",
            "article_count",
            "text_count",
            "cluster_count",
            "outlet_count");
  }

  /** Rows of the table {@code cooccurrence_outlets}. */
  static Dataset<Row> outlets(Dataset<Row> pairRows, Counting counting) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < counting.outlets().size(); i++) {
      rows.add(RowFactory.create(counting.outlets().name(i), i + 1));
    }
    var outlets =
        pairRows
            .sparkSession()
            .createDataFrame(rows, StructType.fromDDL("outlet string, period int"));
    return named(pairRows.where("unit = 'outlet'"), counting)
        .join(broadcast(outlets), "period")
        .selectExpr(
            "context",
            "outlet",
            "entity_a",
            "entity_b",
            "n_ab",
            "article_count",
            "text_count",
            "cluster_count",
            "date_from_unix_date(first_day) AS first_seen",
            "date_from_unix_date(last_day) AS last_seen");
  }

  /** Rows of the table {@code bursts}. */
  static Dataset<Row> bursts(Dataset<Row> entityRows, Counting counting) {
    return named(entityRows, counting)
        .selectExpr(concat(new String[] {"entity_a AS entity_id"}, BURST))
        .where("weight IS NOT NULL");
  }

  /** Rows of the table {@code pair_bursts}. */
  static Dataset<Row> pairBursts(Dataset<Row> pairRows, Counting counting) {
    return named(pairRows, counting)
        .selectExpr(concat(new String[] {"entity_a", "entity_b"}, BURST))
        .where("weight IS NOT NULL");
  }

  /** Rows of the table {@code capped_windows}. */
  static Dataset<Row> capped(Counting counting) {
    return counting
        .blocks()
        .where("kind = '" + Blocks.CAPPED + "'")
        .withColumn("place", expr("decode(block, 'UTF-8')"))
        .selectExpr(
            "context",
            "substring_index(place, ' ', -1) AS article_id",
            "CAST(substring_index(place, ' ', 1) AS INT) AS window",
            "CAST(bucket AS BIGINT) AS entities")
        .sort("context", "article_id", "window");
  }

  /** What {@link Backbone} needs of the ends of its edges. */
  static Dataset<Row> nodes(Dataset<Row> pairRows, Counting counting) {
    return pairRows
        .where("unit = '" + CountRow.NODE + "'")
        .join(broadcast(names(pairRows.sparkSession(), counting, "node", "a")), "a")
        .groupBy("context", "node")
        .agg(expr("sum(n_ab)").as("strength"), expr("sum(article_count)").as("degree"));
  }

  private static Dataset<Row> named(Dataset<Row> rows, Counting counting) {
    return rows.join(broadcast(names(rows.sparkSession(), counting, "entity_a", "a")), "a")
        .join(broadcast(names(rows.sparkSession(), counting, "entity_b", "b")), "b");
  }

  private static Dataset<Row> names(
      SparkSession spark, Counting counting, String name, String number) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < counting.entities().size(); i++) {
      rows.add(RowFactory.create(counting.entities().name(i), i));
    }
    return spark.createDataFrame(
        rows, StructType.fromDDL("%s string, %s int".formatted(name, number)));
  }

  private static Dataset<Row> windows(SparkSession spark, Counting counting) {
    var rows = new ArrayList<Row>();
    counting
        .windows()
        .forEach(
            (context, counts) -> {
              for (int i = 0; i < counts.length; i++) {
                rows.add(RowFactory.create(context, i - 1, counts[i]));
              }
            });
    return spark.createDataFrame(
        rows, StructType.fromDDL("context string, period int, windows bigint"));
  }

  private static String month(Calendar calendar) {
    String months =
        IntStream.range(0, calendar.size())
            .mapToObj(i -> "'" + calendar.month(i) + "'")
            .collect(Collectors.joining(", "));
    return "IF(unit = 'all', 'all', element_at(array(%s), period + 1)) AS month".formatted(months);
  }

  private static String[] concat(String[]... lists) {
    return Stream.of(lists).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
