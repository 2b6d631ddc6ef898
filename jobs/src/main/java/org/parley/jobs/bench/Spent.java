package org.parley.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took. Where others use the machine, processor time tells more.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all threads of this process, in seconds
 */
record Spent(double seconds, double cpuSeconds) {
  /** Does the work. */
  static Spent on(Callable<?> work) throws Exception {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.call();
    return new Spent((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  /** The middle of what was measured; of two in the middle, the greater. */
  static <T> double middle(Collection<T> measured, ToDoubleFunction<T> figure) {
    return measured.stream().mapToDouble(figure).sorted().toArray()[measured.size() / 2];
  }
}
