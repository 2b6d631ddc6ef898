package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

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
   * @param edges context, a, b, entity_a, entity_b, weight
   * @param nodes the ends of the edges by context: over all edges, those left out included
   */
  static Dataset<Row> of(Dataset<Row> edges, Map<String, Nodes> nodes) {
    var ends =
        JavaSparkContext.fromSparkContext(edges.sparkSession().sparkContext()).broadcast(nodes);
    UDF2<String, Integer, Long> windows =
        (context, entity) -> ends.value().get(context).windows(entity);
    UDF2<String, Integer, Long> others =
        (context, entity) -> ends.value().get(context).degree(entity);
    var totals = new HashMap<String, Long>();
    nodes.forEach((context, ofContext) -> totals.put(context, ofContext.total()));
    UDF1<String, Long> all = totals::get;
    var strength = udf(windows, DataTypes.LongType);
    var degree = udf(others, DataTypes.LongType);
    var total = udf(all, DataTypes.LongType);
    return edges
        .withColumn("strength_a", strength.apply(col("context"), col("a")))
        .withColumn("degree_a", degree.apply(col("context"), col("a")))
        .withColumn("strength_b", strength.apply(col("context"), col("b")))
        .withColumn("degree_b", degree.apply(col("context"), col("b")))
        .withColumn("total", total.apply(col("context")))
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
