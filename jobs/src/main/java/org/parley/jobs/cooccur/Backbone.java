package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which pairs of the whole corpus make its backbone. */
final class Backbone {
  /** Below this p-value an edge is in the disparity filter's backbone. */
  private static final double ALPHA = 0.05;

  /** So many standard deviations above 0 an edge is in the noise-corrected backbone. */
  private static final double DELTA = 1.64;

  private Backbone() {}

  /**
   * Rows of the table {@code cooccurrence_backbone}.
   *
   * @param edges context, entity_a, entity_b, weight
   * @param nodes context, node, strength, degree: over all edges, those left out included
   */
  static Dataset<Row> of(Dataset<Row> edges, Dataset<Row> nodes) {
    var totals = nodes.groupBy("context").agg(expr("sum(strength)").as("total"));
    return edges
        .join(
            nodes.toDF("context", "entity_a", "strength_a", "degree_a"),
            new String[] {"context", "entity_a"})
        .join(
            nodes.toDF("context", "entity_b", "strength_b", "degree_b"),
            new String[] {"context", "entity_b"})
        .join(broadcast(totals), "context")
        .withColumn(
            "disparity_p",
            expr("parley_disparity_p(weight, strength_a, degree_a, strength_b, degree_b)"))
        .withColumn("nc", expr("parley_noise_corrected(weight, strength_a, strength_b, total)"))
        .selectExpr(
            "context",
            "entity_a",
            "entity_b",
            "weight",
            "disparity_p",
            "nc.score AS noise_corrected_score",
            "nc.sd AS noise_corrected_sd",
            "disparity_p < " + ALPHA + " AS in_disparity",
            "nc.score - " + DELTA + " * nc.sd > 0 AS in_noise_corrected");
  }
}
