package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;

@ExtendWith(LocalSpark.class)
class RunMetricsTest {
  @Test
  void whatSparkTellsOfTasksIsAddedToTheStage(SparkSession spark, @TempDir Path folder) {
    var warehouse = new Warehouse(spark, folder.toString());
    var metrics = RunMetrics.of(spark);
    spark.range(0, 1000, 1, 4).selectExpr("sum(id)").collectAsList();
    metrics.put("ingest", "files", 3);

    metrics.write(spark, warehouse);

    var figures = new TreeMap<String, Double>();
    warehouse
        .read(Table.JOB_METRICS)
        .where("stage = 'ingest'")
        .collectAsList()
        .forEach(row -> figures.put(row.getAs("metric"), row.getAs("value")));
    assertThat(figures)
        .containsEntry("files", 3.0)
        .containsKeys("bytes_read", "bytes_written", "peak_heap_bytes", "task_seconds")
        .containsEntry("tasks_failed", 0.0);
    assertThat(figures.get("tasks")).isGreaterThanOrEqualTo(4);
    assertThat(figures.get("task_skew")).isGreaterThanOrEqualTo(1);
  }
}
