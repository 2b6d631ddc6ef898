package org.parley.jobs.resolve;

import java.util.concurrent.Callable;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley resolve}: annotations become mentions, entities and quotations. */
@Command(name = "resolve", description = "Find who is meant and who speaks.")
public final class ResolveCommand implements Callable<Integer> {
  @Mixin private AnnotateOptions pipeline;
  @Mixin private DictionaryOption dictionary;
  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    var seeds = options.seeds();
    var config =
        new ResolveJob.Config(
            options.warehouseFolder(),
            pipeline.pipelineOptions(seeds).fingerprint(),
            seeds,
            dictionary.name());
    options.writing(
        "resolve",
        spark -> System.out.println(ResolveJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
