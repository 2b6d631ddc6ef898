package org.parley.jobs.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of one run, gathered stage by stage and added to {@link Table#JOB_METRICS} at the end
 * of each.
 */
public final class RunMetrics {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private static final Logger LOG = LoggerFactory.getLogger("org.parley.run");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long to wait for what Spark has still to tell of tasks that have ended. */
  private static final long LISTENERS_MILLIS = 10_000;

  private final String runId;
  private final List<Row> rows = new ArrayList<>();

  private final Optional<TaskFigures> tasks;

  private RunMetrics(Optional<TaskFigures> tasks) {
    this.runId = RUN_ID.format(Instant.now());
    this.tasks = tasks;
  }

  /** The figures of a run that starts now. */
  public static RunMetrics start() {
    return new RunMetrics(Optional.empty());
  }

  /** The figures of a run that starts now, with what Spark tells of its tasks. */
  public static RunMetrics of(SparkSession spark) {
    var tasks = new TaskFigures();
    spark.sparkContext().addSparkListener(tasks);
    return new RunMetrics(Optional.of(tasks));
  }

  /** Notes a count. */
  public void put(String stage, String metric, long value) {
    put(stage, metric, (double) value);
  }

  /** Notes a figure. */
  public void put(String stage, String metric, double value) {
    rows.add(RowFactory.create(runId, stage, metric, value));
  }

  /**
   * Adds what has been noted to the table and, as one line of JSON, to the log {@code
   * org.parley.run}; then forgets it.
   */
  public void write(SparkSession spark, Warehouse warehouse) {
    if (rows.isEmpty()) {
      return;
    }
    String stage = rows.get(rows.size() - 1).getString(1);
    tasks.ifPresent(
        figures -> {
          try {
            spark.sparkContext().listenerBus().waitUntilEmpty(LISTENERS_MILLIS);
          } catch (TimeoutException e) {
            // The tasks of which Spark has not told by then count to the next stage.
          }
          figures.drain().forEach((metric, value) -> put(stage, metric, value.doubleValue()));
        });
    log(stage, warehouse.location());
    warehouse.append(
        Table.JOB_METRICS,
        spark
            .createDataFrame(List.copyOf(rows), Table.JOB_METRICS.schema().structType())
            .coalesce(1));
    rows.clear();
  }

  private void log(String stage, String warehouse) {
    var metrics = new TreeMap<String, Double>();
    rows.forEach(row -> metrics.put(row.getString(2), row.getDouble(3)));
    var line = new LinkedHashMap<String, Object>();
    line.put("time", Instant.now().toString());
    line.put("run", runId);
    line.put("stage", stage);
    line.put("warehouse", warehouse);
    line.put("metrics", metrics);
    try {
      LOG.info(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
