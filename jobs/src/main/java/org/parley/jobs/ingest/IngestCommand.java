package org.parley.jobs.ingest;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley ingest}: files of many formats become the articles table. */
@Command(name = "ingest", description = "Read articles from files into the warehouse.")
public final class IngestCommand implements Callable<Integer> {
  @Mixin private IngestOptions input;
  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    var config = input.config(options.warehouseFolder(), options.seeds());
    options.writing(
        "ingest",
        spark -> System.out.println(IngestJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
