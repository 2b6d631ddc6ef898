package org.parley.jobs.cooccur;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/**
 * What a piece of work took: processor time tells also where others use the machine.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all threads of this process
 */
record Cost(double seconds, double cpuSeconds) {
  /** Work that may fail as reading and writing can. */
  interface Work {
    void run() throws IOException, SQLException;
  }

  static Cost of(Work work) throws IOException, SQLException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  Cost plus(Cost other) {
    return new Cost(seconds + other.seconds, cpuSeconds + other.cpuSeconds);
  }

  @Override
  public String toString() {
    return "%.1f s, %.1f s of processor time".formatted(seconds, cpuSeconds);
  }
}
