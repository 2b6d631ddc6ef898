package org.parley.jobs.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How much processor time finding quotations takes beside annotating the same texts. Each is
 * counted in the thread that does it, so that other work on the machine does not matter. What a JVM
 * spends on reading and compiling its classes is in the whole, and mostly not in the second half of
 * the documents, which shows what a large corpus costs.
 */
final class QuoteCost {
  private static final double NANOS = 1e9;

  /** Sums of nanoseconds. */
  private record Sums(AtomicLong annotating, AtomicLong quoting) {
    Sums() {
      this(new AtomicLong(), new AtomicLong());
    }

    double ratio() {
      return rounded((double) annotating.get() / Math.max(1, quoting.get()));
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Sums whole = new Sums();
  private final Sums secondHalf = new Sums();

  /**
   * Annotates a text and then finds its quotations.
   *
   * @param isOfSecondHalf whether the text is one of the second half of the documents
   */
  <A, Q> Q of(Supplier<A> annotating, Function<A, Supplier<Q>> quoting, boolean isOfSecondHalf) {
    long first = threads.getCurrentThreadCpuTime();
    A annotated = annotating.get();
    long second = threads.getCurrentThreadCpuTime();
    Supplier<Q> work = quoting.apply(annotated);
    long third = threads.getCurrentThreadCpuTime();
    Q quotations = work.get();
    long last = threads.getCurrentThreadCpuTime();
    for (Sums sums : isOfSecondHalf ? List.of(whole, secondHalf) : List.of(whole)) {
      sums.annotating.addAndGet(second - first);
      sums.quoting.addAndGet(last - third);
    }
    return quotations;
  }

  /** Seconds of both, and how many times faster the second is, in all and in the second half. */
  Map<String, Object> table() {
    var table = new LinkedHashMap<String, Object>();
    table.put("annotate_cpu_seconds", rounded(whole.annotating.get() / NANOS));
    table.put("quotations_cpu_seconds", rounded(whole.quoting.get() / NANOS));
    table.put("ratio", whole.ratio());
    table.put("ratio_second_half", secondHalf.ratio());
    return table;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
