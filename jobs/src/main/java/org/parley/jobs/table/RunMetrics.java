package org.parley.jobs.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * The figures of one run, gathered stage by stage and added to {@link Table#JOB_METRICS} at the end
 * of each.
 */
public final class RunMetrics {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final String runId;
  private final List<Row> rows = new ArrayList<>();

  private RunMetrics(String runId) {
    this.runId = runId;
  }

  /** The figures of a run that starts now. */
  public static RunMetrics start() {
    return new RunMetrics(RUN_ID.format(Instant.now()));
  }

  /** Notes a count. */
  public void put(String stage, String metric, long value) {
    put(stage, metric, (double) value);
  }

  /** Notes a figure. */
  public void put(String stage, String metric, double value) {
    rows.add(RowFactory.create(runId, stage, metric, value));
  }

  /** Adds what has been noted to the table and forgets it. */
  public void write(SparkSession spark, Warehouse warehouse) {
    warehouse.append(
        Table.JOB_METRICS,
        spark
            .createDataFrame(List.copyOf(rows), Table.JOB_METRICS.schema().structType())
            .coalesce(1));
    rows.clear();
  }
}
