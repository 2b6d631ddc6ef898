package org.parley.jobs.annotate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.parley.nlp.Outcome;
import org.parley.text.SectionedText;

/**
 * Frees a task from a text that does not end. The pipeline itself stops between two sentences when
 * the time is over; should one step inside never return, its thread is interrupted and left behind.
 */
final class Watchdog {
  /** So many threads may be left behind before the JVM is no longer fit for work. */
  static final int STUCK_LIMIT = 4;

  private static final AtomicInteger STUCK = new AtomicInteger();

  private final Function<SectionedText, Outcome> annotator;
  private final int seconds;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "parley-annotate");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A watchdog for one task.
   *
   * @param seconds how long a text may take before its thread is given up
   */
  Watchdog(Function<SectionedText, Outcome> annotator, int seconds) {
    this.annotator = annotator;
    this.seconds = seconds;
  }

  /** How many threads of this JVM were left behind and have not ended since. */
  static int stuck() {
    return STUCK.get();
  }

  /**
   * Annotates a text.
   *
   * @throws TimeoutException if its thread was left behind
   * @throws OutOfMemoryError if the heap was too small for it and whatever else is at work
   */
  Outcome annotate(SectionedText text) throws TimeoutException {
    var left = new AtomicInteger();
    Future<Outcome> work =
        threads.submit(
            () -> {
              try {
                return annotator.apply(text);
              } finally {
                // One that was left behind and ends after all.
                if (left.incrementAndGet() > 1) {
                  STUCK.decrementAndGet();
                }
              }
            });
    try {
      return work.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      STUCK.incrementAndGet();
      if (left.incrementAndGet() > 1) {
        STUCK.decrementAndGet();
      }
      throw e;
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was cancelled", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError error) {
        throw error;
      }
      return new Outcome.Lost(Outcome.Status.FAILED, String.valueOf(e.getCause()), 0);
    }
  }

  /** Lets the idle threads end. */
  void close() {
    threads.shutdown();
  }
}
