package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of the table {@code actor_congruence}. */
final class ActorCongruence {
  private ActorCongruence() {}

  /**
   * Compares the holders that have taken sides on the same targets (Leifeld 2017).
   *
   * @param stats rows of stance_stats
   */
  static Dataset<Row> of(Dataset<Row> stats) {
    var sides =
        stats
            .where("month = 'all' AND verdict IN ('favour', 'against')")
            .select("holder_id", "target_id", "verdict");
    return sides
        .toDF("actor_a", "target_id", "verdict_a")
        .join(sides.toDF("actor_b", "target_id", "verdict_b"), "target_id")
        .where("actor_a < actor_b")
        .groupBy("actor_a", "actor_b")
        .agg(
            expr("count(*)").as("shared_targets"),
            expr("count_if(verdict_a = verdict_b)").as("congruence"),
            expr("count_if(verdict_a != verdict_b)").as("conflict"))
        .withColumn("net", expr("congruence - conflict"));
  }
}
