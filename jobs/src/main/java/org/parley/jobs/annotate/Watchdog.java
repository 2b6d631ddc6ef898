package org.parley.jobs.annotate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.text.SectionedText;

/**
 * Frees a task from a text that does not end. The pipeline itself stops between two sentences when
 * the time is over; should one step inside never return, its thread is interrupted and left behind.
 */
final class Watchdog {
  /**
   * How much longer than the pipeline's own limit a text may take before its thread is given up.
   */
  private static final int GRACE_SECONDS = 30;

  /** So many threads may be left behind before the JVM is no longer fit for work. */
  private static final int STUCK_LIMIT = 4;

  private static final AtomicInteger STUCK = new AtomicInteger();

  private final Pipeline pipeline;
  private final int seconds;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "parley-annotate");
            thread.setDaemon(true);
            return thread;
          });

  Watchdog(Pipeline pipeline, int maxSeconds) {
    this.pipeline = pipeline;
    this.seconds = maxSeconds + GRACE_SECONDS;
  }

  /**
   * Annotates a text.
   *
   * @throws IllegalStateException if too many threads hang, so that the executor should end
   */
  Outcome annotate(SectionedText text) {
    Future<Outcome> work = threads.submit(() -> pipeline.run(text));
    try {
      return work.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      if (STUCK.incrementAndGet() > STUCK_LIMIT) {
        throw new IllegalStateException(
            STUCK_LIMIT + " texts hang in this JVM; a fresh one goes on with the rest", e);
      }
      return new Outcome.Lost(
          Outcome.Status.TIMEOUT,
          "did not stop after " + seconds + " seconds",
          TimeUnit.SECONDS.toMillis(seconds));
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was cancelled", e);
    } catch (ExecutionException e) {
      return new Outcome.Lost(Outcome.Status.FAILED, String.valueOf(e.getCause()), 0);
    }
  }

  /** Lets the idle threads end. */
  void close() {
    threads.shutdown();
  }
}
