package org.parley.jobs.cooccur;

import java.util.concurrent.Callable;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley cooccur}: from mentions to who appears with whom. */
@Command(name = "cooccur", description = "Count who appears with whom, and how surely.")
public final class CooccurCommand implements Callable<Integer> {
  @Mixin private AnnotateOptions pipeline;
  @Mixin private SessionOptions options;

  @Option(
      names = "--most-entities",
      paramLabel = "N",
      defaultValue = "" + CooccurJob.Config.MOST_ENTITIES,
      description =
          "Make pairs of the first N entities of a window only (default: ${DEFAULT-VALUE}).")
  private int mostEntities;

  @Option(
      names = "--least-windows",
      paramLabel = "N",
      defaultValue = "" + CooccurJob.Config.LEAST_WINDOWS,
      description =
          "Write pairs with N common windows in a month or in all (default: ${DEFAULT-VALUE}).")
  private int leastWindows;

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "0",
      description = "Also count in windows that slide over N sentences (context sentences_N).")
  private int slidingSentences;

  @Override
  public Integer call() {
    var seeds = options.seeds();
    var config =
        new CooccurJob.Config(
            options.warehouseFolder(),
            pipeline.pipelineOptions(seeds).fingerprint(),
            seeds,
            mostEntities,
            leastWindows,
            slidingSentences);
    options.writing(
        "cooccur",
        spark -> System.out.println(CooccurJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
