package org.parley.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Sums over the batches of a run, taken while a batch is written. */
final class BatchTotals {
  private long annotated;
  private long lost;
  private long truncated;
  private long tokens;
  private long parsedTokens;

  /** The rows of a batch, which have the columns of document_status, so that they are counted. */
  static Dataset<Row> observed(Dataset<Row> rows, Observation observation) {
    return rows.observe(
        observation,
        count(when(col("status").isin("ok", "truncated"), lit(1))).as("annotated"),
        count(when(col("status").isin("timeout", "failed"), lit(1))).as("lost"),
        count(when(col("status").equalTo("truncated"), lit(1))).as("truncated"),
        sum(col("token_count")).as("tokens"),
        sum(col("parsed_tokens")).as("parsed_tokens"));
  }

  /** Adds a batch that has been written. */
  void add(Observation observation) {
    Map<String, Object> counts = counts(observation);
    annotated += number(counts.get("annotated"));
    lost += number(counts.get("lost"));
    truncated += number(counts.get("truncated"));
    tokens += number(counts.get("tokens"));
    parsedTokens += number(counts.get("parsed_tokens"));
  }

  private static Map<String, Object> counts(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was cancelled", e);
    }
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }

  long annotated() {
    return annotated;
  }

  long lost() {
    return lost;
  }

  long truncated() {
    return truncated;
  }

  long tokens() {
    return tokens;
  }

  long parsedTokens() {
    return parsedTokens;
  }
}
