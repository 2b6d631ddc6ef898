package org.parley.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums over the batches of a run. */
final class BatchTotals {
  private long annotated;
  private long lost;
  private long truncated;
  private long tokens;
  private long parsedTokens;

  /** Adds the rows of a batch, which have the columns of document_status. */
  void add(Dataset<Row> status) {
    Row row =
        status
            .agg(
                count(when(col("status").isin("ok", "truncated"), lit(1))),
                count(when(col("status").isin("timeout", "failed"), lit(1))),
                count(when(col("status").equalTo("truncated"), lit(1))),
                sum(col("token_count")),
                sum(col("parsed_tokens")))
            .first();
    annotated += row.getLong(0);
    lost += row.getLong(1);
    truncated += row.getLong(2);
    tokens += row.isNullAt(3) ? 0 : row.getLong(3);
    parsedTokens += row.isNullAt(4) ? 0 : row.getLong(4);
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
