package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
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

  private final Counting counting;
  private final Column entityA;
  private final Column entityB;

  /** The tables of counts. */
  CooccurTables(Counting counting) {
    this.counting = counting;
    UserDefinedFunction name = named(counting.blocks().sparkSession(), counting.entities());
    entityA = name.apply(col("a"));
    entityB = name.apply(col("b"));
  }

  /** Names by numbers; joins would cost more, and there are many. */
  private static UserDefinedFunction named(SparkSession spark, Dictionary dictionary) {
    Broadcast<Dictionary> names =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(dictionary);
    UDF1<Integer, String> name = number -> names.value().name(number);
    return udf(name, DataTypes.StringType);
  }

  /**
   * Rows of the table {@code entity_stats}.
   *
   * @param months the numbers of the months to make, beside all time
   */
  Dataset<Row> entityStats(Dataset<Row> entityRows, BitSet months) {
    return entityRows
        .where(
            col("unit")
                .equalTo("all")
                .or(
                    col("unit")
                        .equalTo("month")
                        .and(col("period").isInCollection(months.stream().boxed().toList()))))
        .withColumn("entity_id", entityA)
        .selectExpr(
            concat(
                new String[] {
                  Voice.labelSql("voice_number") + " AS voice",
                  "entity_id",
                  "n_a",
                  "n",
                  "n_a / n AS share",
                  "context",
                  month()
                },
                UNITS));
  }

  /**
   * Pairs with their measures and names.
   *
   * @param pairRows with the columns that {@code more} names
   * @param more other columns to keep
   */
  Dataset<Row> measured(Dataset<Row> pairRows, String... more) {
    return named(pairRows.where("unit IN ('all', 'month')"))
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
                  month()
                },
                UNITS,
                more));
  }

  /** Rows of the table {@code cooccurrence}, from pairs with their tests. */
  Dataset<Row> cooccurrence(Dataset<Row> tested, PartOf partOf) {
    var parts = new ArrayList<Row>();
    for (Row pair : partOf.rows()) {
      int a = counting.entities().number(pair.getString(0));
      int b = counting.entities().number(pair.getString(1));
      if (a >= 0 && b >= 0) {
        parts.add(RowFactory.create(a, b, pair.get(2), pair.get(3), true));
      }
    }
    var flags =
        tested
            .sparkSession()
            .createDataFrame(
                parts, StructType.fromDDL("a int, b int, since date, until date, is_part boolean"));
    var flagged =
        tested
            .join(broadcast(flags), new String[] {"a", "b"}, "left")
            .withColumn(
                "part_of",
                expr(
                    """
                    is_part IS NOT NULL
                      AND coalesce(since <= date_from_unix_date(last_day), true)
                      AND coalesce(until >= date_from_unix_date(first_day), true)
                    """));
    return measured(flagged, TESTS);
  }

  /** Rows of the table {@code cooccurrence_weeks}. */
  Dataset<Row> weeks(Dataset<Row> pairRows) {
    return named(pairRows.where("unit = 'week' AND n_ab > 0"))
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
  Dataset<Row> outlets(Dataset<Row> pairRows) {
    var outlet = named(pairRows.sparkSession(), counting.outlets());
    return named(pairRows.where("unit = 'outlet'"))
        .withColumn("outlet", outlet.apply(expr("period - 1")))
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
  Dataset<Row> bursts(Dataset<Row> entityRows) {
    return named(entityRows.where("weight IS NOT NULL"))
        .selectExpr(concat(new String[] {"entity_a AS entity_id"}, BURST));
  }

  /** Rows of the table {@code pair_bursts}. */
  Dataset<Row> pairBursts(Dataset<Row> pairRows) {
    return named(pairRows.where("weight IS NOT NULL"))
        .selectExpr(concat(new String[] {"entity_a", "entity_b"}, BURST));
  }

  /** Rows of the table {@code capped_windows}. */
  Dataset<Row> capped() {
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

  /** What {@link Backbone} needs of the ends of its edges, by context. */
  Map<String, Nodes> nodes(Dataset<Row> pairRows) {
    var nodes = new HashMap<String, Nodes>();
    for (Row row :
        pairRows
            .where("unit = '" + CountRow.NODE + "'")
            .groupBy("context", "a")
            .agg(expr("sum(n_ab)"), expr("sum(article_count)"))
            .collectAsList()) {
      nodes
          .computeIfAbsent(row.getString(0), context -> new Nodes(counting.entities().size()))
          .add(row.getInt(1), row.getLong(2), row.getLong(3));
    }
    return nodes;
  }

  private Dataset<Row> named(Dataset<Row> rows) {
    return rows.withColumn("entity_a", entityA).withColumn("entity_b", entityB);
  }

  private String month() {
    var calendar = counting.calendar();
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
