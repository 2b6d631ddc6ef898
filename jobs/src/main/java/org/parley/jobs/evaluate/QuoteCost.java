package org.parley.jobs.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How much processor time finding quotations takes beside annotating the same texts. Each is
 * counted in the thread that does it, so that other work on the machine does not matter.
 */
final class QuoteCost {
  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicLong annotating = new AtomicLong();
  private final AtomicLong quoting = new AtomicLong();

  /** Annotates a text. */
  <T> T annotating(Supplier<T> work) {
    return timed(work, annotating);
  }

  /** Finds the quotations of a text. */
  <T> T quoting(Supplier<T> work) {
    return timed(work, quoting);
  }

  private <T> T timed(Supplier<T> work, AtomicLong sum) {
    long before = threads.getCurrentThreadCpuTime();
    T result = work.get();
    sum.addAndGet(threads.getCurrentThreadCpuTime() - before);
    return result;
  }

  /** Seconds of both, and how many times faster the second is. */
  Map<String, Object> table() {
    var table = new LinkedHashMap<String, Object>();
    table.put("annotate_cpu_seconds", rounded(annotating.get() / NANOS));
    table.put("quotations_cpu_seconds", rounded(quoting.get() / NANOS));
    table.put("ratio", rounded((double) annotating.get() / Math.max(1, quoting.get())));
    return table;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
