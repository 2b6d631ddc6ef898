package org.parley.jobs.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress of long work on standard error: done of total, rate and time left. A bar on a terminal,
 * a plain line now and then elsewhere. scripts/parley sets PARLEY_TERMINAL=1 when standard error is
 * a terminal.
 */
public final class Progress implements AutoCloseable {
  private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(500);
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(15);

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /** Begins to show work on a number of things, e.g. {@code start("annotate", 3653, "texts")}. */
  public static Progress start(String work, long total, String things) {
    PrintStream out = System.err;
    boolean terminal = "1".equals(System.getenv("PARLEY_TERMINAL"));
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(work)
            .setInitialMax(total)
            .setUnit(" " + things, 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) (terminal ? TERMINAL_INTERVAL : LOG_INTERVAL).toMillis())
            .setConsumer(
                terminal
                    ? new ConsoleProgressBarConsumer(out)
                    : new DelegatingProgressBarConsumer(line -> out.println(line.strip()), 100))
            .build());
  }

  /** Says how many are done by now. */
  public void done(long count) {
    bar.stepTo(count);
  }

  @Override
  public void close() {
    bar.close();
  }
}
