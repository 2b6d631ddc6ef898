package org.parley.jobs.stance;

import java.util.concurrent.Callable;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley stance}: who is for or against whom and what. */
@Command(name = "stance", description = "Find who is for or against whom and what, with evidence.")
public final class StanceCommand implements Callable<Integer> {
  @Mixin private AnnotateOptions pipeline;
  @Mixin private IssuesOption issues;
  @Mixin private ScorerOption scorer;
  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    var seeds = issues.added(options.seeds());
    var config =
        new StanceJob.Config(
            options.warehouseFolder(),
            pipeline.pipelineOptions(seeds).fingerprint(),
            seeds,
            scorer.scorer());
    options.writing(
        "stance",
        spark -> System.out.println(StanceJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
