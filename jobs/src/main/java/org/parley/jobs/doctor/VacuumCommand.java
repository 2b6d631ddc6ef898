package org.parley.jobs.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley vacuum}: deletes what no run will use again. */
@Command(
    name = "vacuum",
    description =
        "Delete annotations of other pipelines and of texts that are gone, old figures, and what"
            + " killed runs have staged.")
public final class VacuumCommand implements Callable<Integer> {
  @Mixin private AnnotateOptions pipeline;
  @Mixin private SessionOptions options;

  @Option(
      names = "--keep",
      paramLabel = "PIPELINE",
      description =
          "A further pipeline whose annotations stay, by its fingerprint (column pipeline), beside"
              + " the one that the options make.")
  private List<String> keep = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "For how many days the figures of a run stay (default: ${DEFAULT-VALUE}).")
  private int days;

  @Override
  public Integer call() {
    var pipelines = new HashSet<>(keep);
    pipelines.add(pipeline.pipelineOptions(options.seeds()).fingerprint());
    var config = new VacuumJob.Config(options.warehouseFolder(), pipelines, days);
    options.writing(
        "vacuum",
        spark -> System.out.println(VacuumJob.run(spark, config, RunMetrics.of(spark)).summary()));
    return 0;
  }
}
