package org.parley.jobs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Spark jobs that run at the same time: a table is written by few tasks, and while the last of one
 * work, those of the next have the other cores.
 */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Does all of the works and waits until each has ended. Their threads inherit the job group.
   *
   * @throws RuntimeException what the first of them threw that failed
   */
  public static void run(Runnable... works) {
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<?>> begun = new ArrayList<>();
      Stream.of(works).forEach(work -> begun.add(threads.submit(work)));
      RuntimeException failure = null;
      for (Future<?> work : begun) {
        try {
          work.get();
        } catch (ExecutionException e) {
          failure = failure == null ? cause(e) : failure;
        }
      }
      if (failure != null) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }
}
