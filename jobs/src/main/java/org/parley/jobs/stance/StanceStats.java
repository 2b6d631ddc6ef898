package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * From evidence to statistics. The unit is the near-duplicate cluster: copies of one text count as
 * one, and a cluster counts at most once however often it says the same.
 */
final class StanceStats {
  private static final int MOST_SHOWN = 5;

  /** Confidences are summed as decimals, so that the order of the rows does not matter. */
  private static final String EXACT = "CAST(%s AS DECIMAL(18, 12))";

  private StanceStats() {}

  /**
   * Rows of the table {@code stance_stats}.
   *
   * @param evidence rows of stance_evidence
   * @param articles article_id, text_id, cluster_id, source, published_at
   */
  static Dataset<Row> of(Dataset<Row> evidence, Dataset<Row> articles) {
    var rows =
        counted(evidence, articles)
            .where("time != 'past'")
            .withColumn("month", explode(array(col("month"), lit("all"))));
    return withQValues(withRise(summed(rows, "holder_id", "target_id", "target_kind", "month")));
  }

  /**
   * Evidence on entities and issues that nobody has struck out, with what is known of its article.
   */
  static Dataset<Row> counted(Dataset<Row> evidence, Dataset<Row> articles) {
    return evidence
        .where("confidence > 0 AND target_kind != 'open' AND NOT struck")
        .join(
            articles.selectExpr(
                "article_id", "text_id", "cluster_id", "source", "to_date(published_at) AS day"),
            "article_id");
  }

  /**
   * Counts, posterior, verdict and surest evidence of each slice.
   *
   * @param rows rows of {@link #counted}
   * @param slice the columns that make a slice
   */
  static Dataset<Row> summed(Dataset<Row> rows, String... slice) {
    var units =
        rows.groupBy(columns(slice))
            .agg(
                expr("count(*)").as("evidence_count"),
                expr("count(DISTINCT article_id)").as("article_count"),
                expr("count(DISTINCT text_id)").as("text_count"),
                expr("count(DISTINCT cluster_id)").as("cluster_count"),
                expr("count(DISTINCT source)").as("outlet_count"),
                expr("min(day)").as("first_seen"),
                expr("max(day)").as("last_seen"));
    var posteriors = posteriors(rows, slice);
    var sided = rows.join(posteriors.withColumn("slice_score", col("p.score")).drop("p"), slice);
    return units
        .join(posteriors, slice)
        .join(topEvidence(sided, slice), slice)
        .selectExpr(
            "*",
            "p.favour_mass",
            "p.against_mass",
            "p.neutral_mass",
            "p.score",
            "p.score_sd",
            "p.ci_low",
            "p.ci_high",
            "p.p_favour",
            "p.verdict")
        .drop("p");
  }

  /** Adds p_rise: how sure it is that the score rose since the pair's month before. */
  private static Dataset<Row> withRise(Dataset<Row> stats) {
    var months =
        Window.partitionBy(col("holder_id"), col("target_id"), col("target_kind"), col("dated"))
            .orderBy("month");
    return stats
        .withColumn("dated", expr("month NOT IN ('all', 'unknown')"))
        .withColumn("before", lag(struct(col("score"), col("score_sd")), 1).over(months))
        .withColumn(
            "p_rise",
            expr(
                "IF(dated, parley_stance_rise(before.score, before.score_sd, score, score_sd), NULL)"))
        .drop("dated", "before");
  }

  /**
   * Adds q_value (Benjamini and Hochberg 1995) over the pairs of each month; what is tested is the
   * smaller tail of the posterior, twice. Only different tails are ranked.
   */
  private static Dataset<Row> withQValues(Dataset<Row> stats) {
    var tested = stats.withColumn("tail", expr("2 * least(p_favour, 1 - p_favour)"));
    var month = Window.partitionBy("month");
    var ranked =
        tested
            .groupBy("month", "tail")
            .count()
            .withColumn("tested", expr("sum(count)").over(month))
            .withColumn("rank", expr("sum(count)").over(month.orderBy("tail")))
            .withColumn(
                "q", expr("min(tail * tested / rank)").over(month.orderBy(col("tail").desc())))
            .selectExpr("month", "tail", "least(q, 1) AS q_value");
    return tested.join(ranked, new String[] {"month", "tail"}).drop("tail");
  }

  /**
   * The posterior of each slice, as {@code p}. Evidence counts with its confidence; a weak one is
   * partly neutral, by half of what its strength lacks. Of a cluster's texts the one that says most
   * gives the mass, and all of them the shares.
   */
  private static Dataset<Row> posteriors(Dataset<Row> rows, String... slice) {
    return rows.withColumn("weight", expr(EXACT.formatted("confidence")))
        .withColumn("side", expr(EXACT.formatted("confidence * (1 + abs(score)) / 2")))
        .groupBy(with(slice, "cluster_id", "text_id", "article_id"))
        .agg(
            expr("sum(weight)").as("weight"),
            expr("sum(IF(polarity > 0, side, 0))").as("favour"),
            expr("sum(IF(polarity < 0, side, 0))").as("against"))
        // Copies of exactly one text say the same: one of them speaks for all.
        .groupBy(with(slice, "cluster_id", "text_id"))
        .agg(expr("min_by(struct(weight, favour, against), article_id)").as("t"))
        .groupBy(with(slice, "cluster_id"))
        .agg(
            expr("least(1, CAST(max(t.weight) AS DOUBLE))").as("mass"),
            expr("CAST(sum(t.favour) AS DOUBLE) / CAST(sum(t.weight) AS DOUBLE)").as("favour"),
            expr("CAST(sum(t.against) AS DOUBLE) / CAST(sum(t.weight) AS DOUBLE)").as("against"))
        .groupBy(columns(slice))
        .agg(
            sort_array(collect_list(struct(col("mass"), col("favour"), col("against"))))
                .as("clusters"))
        .withColumn("p", expr("parley_stance_posterior(clusters)"))
        .drop("clusters");
  }

  /**
   * The surest evidence of each slice, that of the side which prevails before that of the other: of
   * a cluster only one, and first one of each outlet, then the rest.
   */
  private static Dataset<Row> topEvidence(Dataset<Row> rows, String... slice) {
    Column[] surest = {
      expr("polarity * slice_score > 0").desc(),
      col("confidence").desc(),
      expr("abs(score)").desc(),
      col("article_id"),
      col("sentence_index"),
      col("begin"),
      col("end"),
      col("frame")
    };
    var ofCluster = Window.partitionBy(with(slice, "cluster_id")).orderBy(surest);
    var ofOutlet = Window.partitionBy(with(slice, "source")).orderBy(surest);
    var ofSlice = Window.partitionBy(columns(slice)).orderBy(prepend(col("of_outlet"), surest));
    return rows.withColumn("of_cluster", row_number().over(ofCluster))
        .where("of_cluster = 1")
        .withColumn("of_outlet", row_number().over(ofOutlet))
        .withColumn("place", row_number().over(ofSlice))
        .where(col("place").leq(MOST_SHOWN))
        .groupBy(columns(slice))
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            col("place"),
                            struct(
                                    col("article_id"),
                                    col("sentence_index"),
                                    col("source"),
                                    col("polarity"),
                                    col("confidence"),
                                    col("evidence"))
                                .as("shown"))))
                .as("top"))
        .withColumn("top_evidence", col("top.shown"))
        .drop("top");
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Column[] with(String[] slice, String... more) {
    return columns(Stream.concat(Stream.of(slice), Stream.of(more)).toArray(String[]::new));
  }

  private static Column[] prepend(Column first, Column[] rest) {
    var columns = new Column[rest.length + 1];
    columns[0] = first;
    System.arraycopy(rest, 0, columns, 1, rest.length);
    return columns;
  }
}
