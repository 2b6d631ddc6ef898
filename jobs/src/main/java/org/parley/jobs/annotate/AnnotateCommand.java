package org.parley.jobs.annotate;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley annotate}: CoreNLP over the texts that have not been annotated yet. */
@Command(name = "annotate", description = "Annotate the texts that are new.")
public final class AnnotateCommand implements Callable<Integer> {
  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions options;

  @Override
  public Integer call() {
    var config =
        new AnnotateJob.Config(session.warehouseFolder(), options.pipelineOptions(session.seeds()));
    session.writing(
        "annotate",
        spark -> {
          ModelCheck.require(spark);
          System.out.println(AnnotateJob.run(spark, config, RunMetrics.of(spark)).summary());
        });
    return 0;
  }
}
