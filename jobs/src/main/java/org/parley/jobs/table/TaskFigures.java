package org.parley.jobs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * What Spark tells of the tasks of a stage of Parley: how many, how long, how unevenly, how many
 * bytes, how much memory at most.
 */
final class TaskFigures extends SparkListener {
  /** Where all tasks are short, one that takes twice as long says nothing. */
  private static final double SHORTEST_SECONDS = 0.1;

  private final List<Double> seconds = new ArrayList<>();
  private final Map<String, Long> sums = new TreeMap<>();
  private final Map<String, Long> peaks = new TreeMap<>();

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    seconds.add(end.taskInfo().duration() / 1e3);
    sums.merge("tasks", 1L, Long::sum);
    sums.merge("tasks_failed", end.taskInfo().successful() ? 0L : 1L, Long::sum);
    peaks.merge(
        "peak_heap_bytes", end.taskExecutorMetrics().getMetricValue("JVMHeapMemory"), Long::max);
    TaskMetrics metrics = end.taskMetrics();
    if (metrics == null) {
      return;
    }
    sums.merge("bytes_read", metrics.inputMetrics().bytesRead(), Long::sum);
    sums.merge("bytes_written", metrics.outputMetrics().bytesWritten(), Long::sum);
    sums.merge("bytes_shuffled", metrics.shuffleWriteMetrics().bytesWritten(), Long::sum);
    sums.merge("bytes_spilled", metrics.diskBytesSpilled(), Long::sum);
    peaks.merge("peak_execution_bytes", metrics.peakExecutionMemory(), Long::max);
  }

  /**
   * What was noted since the last call, by name. {@code task_skew} is the longest task by the mean
   * of those that took at least a tenth of a second.
   */
  synchronized Map<String, Double> drain() {
    var figures = new TreeMap<String, Double>();
    sums.forEach((name, value) -> figures.put(name, (double) value));
    peaks.forEach((name, value) -> figures.put(name, (double) value));
    double longest = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double mean =
        seconds.stream()
            .mapToDouble(Double::doubleValue)
            .filter(second -> second >= SHORTEST_SECONDS)
            .average()
            .orElse(longest);
    figures.put("task_seconds", seconds.stream().mapToDouble(Double::doubleValue).sum());
    figures.put("task_seconds_longest", longest);
    figures.put("task_skew", mean == 0 ? 1 : longest / mean);
    seconds.clear();
    sums.clear();
    peaks.clear();
    return figures;
  }
}
