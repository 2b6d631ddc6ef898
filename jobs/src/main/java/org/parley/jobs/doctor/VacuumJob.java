package org.parley.jobs.doctor;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * Deletes what no run will use again: annotations of other pipelines and of texts that are no
 * longer in the table articles, and old figures of runs. What stays is written in fewer files.
 */
public final class VacuumJob {
  private VacuumJob() {}

  /**
   * What to keep.
   *
   * @param warehouse folder of the tables
   * @param pipelines fingerprints of the pipelines whose annotations stay
   * @param days for how many days the figures of a run stay
   */
  public record Config(String warehouse, Set<String> pipelines, int days) {
    public Config {
      pipelines = Set.copyOf(pipelines);
      if (pipelines.isEmpty()) {
        throw new IllegalArgumentException("name a pipeline whose annotations to keep");
      }
      if (days < 0) {
        throw new IllegalArgumentException("the days to keep must be 0 or more; got " + days);
      }
    }
  }

  /** What was deleted: rows of each table, and what is gained on disk. */
  public record Result(long annotations, long status, long metrics, long bytes) {
    /** One line for a person. */
    public String summary() {
      return "vacuum: deleted %,d annotations, %,d rows of document_status, %,d figures; %,d bytes less"
          .formatted(annotations, status, metrics, bytes);
    }
  }

  /** Deletes and reports. A vacuum that is killed is completed by the next one. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    var warehouse = new Warehouse(spark, config.warehouse());
    long before = bytes(spark, warehouse);
    var madeFrom = warehouse.madeFrom();
    Column kept = col("pipeline").isin(config.pipelines().toArray());
    // Status first: a text without status is annotated again, one without annotation is lost.
    long status = keep(warehouse, Table.DOCUMENT_STATUS, kept);
    long annotations = keep(warehouse, Table.ANNOTATIONS, kept);
    String oldest =
        DateTimeFormatter.ofPattern("yyyyMMdd")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().minus(Period.ofDays(config.days())));
    long figures = keep(warehouse, Table.JOB_METRICS, col("run_id").geq(oldest));
    madeFrom.ifPresent(warehouse::noteMadeFrom);
    var result =
        new Result(annotations, status, figures, Math.max(0, before - bytes(spark, warehouse)));
    metrics.put("vacuum", "annotations", result.annotations());
    metrics.put("vacuum", "bytes", result.bytes());
    metrics.write(spark, warehouse);
    return result;
  }

  /** Keeps the rows of a table that meet a condition and returns how many do not. */
  private static long keep(Warehouse warehouse, Table table, Column condition) {
    if (!warehouse.exists(table)) {
      return 0;
    }
    var rows = warehouse.read(table);
    long before = rows.count();
    var good = rows.where(condition);
    if (table != Table.JOB_METRICS) {
      good =
          good.join(
              warehouse.read(Table.ARTICLES).select("text_id").distinct(),
              new String[] {"text_id"},
              "left_semi");
    }
    long deleted = before - good.count();
    if (deleted > 0) {
      warehouse.replace(table, good);
    }
    return deleted;
  }

  private static long bytes(SparkSession spark, Warehouse warehouse) {
    var root = new Path(warehouse.location());
    try {
      return root.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .getContentSummary(root)
          .getLength();
    } catch (IOException e) {
      throw new UncheckedIOException("warehouse " + root, e);
    }
  }
}
