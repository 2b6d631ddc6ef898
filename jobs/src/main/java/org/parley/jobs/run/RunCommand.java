package org.parley.jobs.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.annotate.ModelCheck;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.cooccur.CooccurJob;
import org.parley.jobs.ingest.IngestJob;
import org.parley.jobs.ingest.IngestOptions;
import org.parley.jobs.query.DuckDb;
import org.parley.jobs.report.ReportJob;
import org.parley.jobs.resolve.DictionaryOption;
import org.parley.jobs.resolve.ResolveJob;
import org.parley.jobs.stance.IssuesOption;
import org.parley.jobs.stance.ScorerOption;
import org.parley.jobs.stance.StanceJob;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.RunRecord;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.PipelineOptions;
import org.parley.seed.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley run}: all stages, one after the other, in one Spark application. */
@Command(name = "run", description = "Run all stages: from files to tables and report.")
public final class RunCommand implements Callable<Integer> {
  enum Stage {
    ingest,
    annotate,
    resolve,
    cooccur,
    stance,
    report
  }

  @Spec private CommandSpec command;

  @Mixin private IngestOptions input;
  @Mixin private AnnotateOptions annotation;
  @Mixin private DictionaryOption dictionary;
  @Mixin private IssuesOption issues;
  @Mixin private ScorerOption scorer;
  @Mixin private SessionOptions options;

  @Option(
      names = "--from",
      paramLabel = "STAGE",
      description =
          "Begin with this stage, on the tables that are there: ${COMPLETION-CANDIDATES} (default:"
              + " all, unless nothing has changed).")
  private Stage from;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "The report (default: report.html in the warehouse).")
  private String report;

  @Override
  public Integer call() {
    var seeds = issues.added(options.seeds());
    if (input.isSample()) {
      options.useBeside("-sample");
    }
    String folder = options.warehouseFolder();
    var pipeline = annotation.pipelineOptions(seeds);
    var ingest = from == null || from == Stage.ingest ? input.config(folder, seeds) : null;
    options.writing("run", spark -> stages(spark, ingest, pipeline, seeds));
    return 0;
  }

  private void stages(
      SparkSession spark, IngestJob.Config ingest, PipelineOptions pipeline, Seeds seeds) {
    String folder = options.warehouseFolder();
    String fingerprint = pipeline.fingerprint();
    if (from == null || from.compareTo(Stage.annotate) <= 0) {
      ModelCheck.require(spark);
    }
    var warehouse = options.warehouse(spark);
    Optional<String> madeFrom = warehouse.madeFrom();
    var metrics = RunMetrics.of(spark);
    double share = 1;
    long articles = 0;
    var seconds = new EnumMap<Stage, Double>(Stage.class);
    for (Stage stage : Stage.values()) {
      long start = System.nanoTime();
      if (from != null && stage.compareTo(from) < 0) {
        continue;
      }
      if (from == null
          && stage == Stage.resolve
          && madeFrom.equals(Optional.of(Inputs.digest(warehouse, settings(fingerprint), seeds)))) {
        System.out.println("nothing has changed since the last run: the tables are up to date");
        break;
      }
      System.out.println(
          switch (stage) {
            case ingest -> {
              var result = IngestJob.run(spark, ingest, metrics);
              share = result.share();
              articles = result.articles();
              yield result.summary();
            }
            case annotate ->
                AnnotateJob.run(spark, new AnnotateJob.Config(folder, pipeline), metrics).summary();
            case resolve ->
                ResolveJob.run(
                        spark,
                        new ResolveJob.Config(folder, fingerprint, seeds, dictionary.name()),
                        metrics)
                    .summary();
            case cooccur ->
                CooccurJob.run(spark, CooccurJob.Config.of(folder, fingerprint, seeds), metrics)
                    .summary();
            case stance ->
                StanceJob.run(
                        spark,
                        new StanceJob.Config(folder, fingerprint, seeds, scorer.scorer()),
                        metrics)
                    .summary();
            case report ->
                ReportJob.run(
                        spark,
                        report == null
                            ? ReportJob.Config.of(folder, seeds)
                            : new ReportJob.Config(folder, report, seeds),
                        metrics)
                    .summary();
          });
      seconds.put(stage, (System.nanoTime() - start) / 1e9);
    }
    if (input.isSample()) {
      System.out.println(estimate(share, articles, seconds, warehouse).describe());
    }
    DuckDb.writeViews(folder);
    record(spark, fingerprint, seeds).write(spark, warehouse);
    warehouse.noteMadeFrom(Inputs.digest(warehouse, settings(fingerprint), seeds));
  }

  /** What the tables are made with, beside articles and seeds. */
  private String settings(String fingerprint) {
    return fingerprint + " " + dictionary.name() + " " + scorer.scorer();
  }

  private static Estimate estimate(
      double share, long articles, Map<Stage, Double> seconds, Warehouse warehouse) {
    double annotate = seconds.getOrDefault(Stage.annotate, 0.0);
    double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return new Estimate(share, articles, annotate, all - annotate, warehouse.bytes(), heap);
  }

  private RunRecord record(SparkSession spark, String fingerprint, Seeds seeds) {
    return new RunRecord(
        command.root().version()[0].replaceFirst("^Parley ", ""),
        spark.version(),
        Runtime.version().toString(),
        fingerprint,
        seeds.fingerprint(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        command.root().commandLine().getParseResult().originalArgs());
  }
}
