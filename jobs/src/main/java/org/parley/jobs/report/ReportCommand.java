package org.parley.jobs.report;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley report}: the tables become one HTML page. */
@Command(name = "report", description = "Write one self-contained HTML page.")
public final class ReportCommand implements Callable<Integer> {
  @Mixin private SessionOptions options;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "The page to write (default: report.html in the warehouse).")
  private String report;

  @Override
  public Integer call() {
    var config =
        report == null
            ? ReportJob.Config.of(options.warehouseFolder(), options.seeds())
            : new ReportJob.Config(options.warehouseFolder(), report, options.seeds());
    options.writing(
        "report",
        spark -> System.out.println(ReportJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
