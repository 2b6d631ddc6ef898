package org.parley.jobs.annotate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.parley.jobs.cli.Progress;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.Pipeline;
import org.parley.nlp.PipelineOptions;

/**
 * Annotates every distinct text that has no row in document_status under the pipeline's fingerprint
 * yet. Texts are committed in batches, so a run that is killed keeps what it finished.
 */
public final class AnnotateJob {
  /** Some three minutes' work of a core. */
  private static final long BATCH_CHARACTERS_PER_CORE = 12_000_000;

  /** Small tasks, so that no core waits long for another at the end of a batch. */
  private static final int TASKS_PER_CORE = 16;

  /** Two seconds' work: smaller tasks cost more to begin than they are worth. */
  private static final int TASK_CHARACTERS = 40_000;

  /** About 50 MB of Parquet: a file has no more. */
  private static final long FILE_CHARACTERS = 40_000_000;

  /** So many are worth a file of their own while another core has nothing to write. */
  private static final long LEAST_FILE_CHARACTERS = 500_000;

  /**
   * How much longer than the pipeline's own limit a text may take before its thread is given up.
   */
  private static final int GRACE_SECONDS = 30;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final PipelineOptions options;
  private final StagedBatches staged;
  private final Annotator annotator;
  private final int seconds;

  private AnnotateJob(SparkSession spark, Config config, Annotator annotator, int seconds) {
    this.spark = spark;
    this.warehouse = new Warehouse(spark, config.warehouse());
    this.options = config.options();
    this.staged = new StagedBatches(spark, warehouse);
    this.annotator = annotator;
    this.seconds = seconds;
  }

  /**
   * What to annotate and how.
   *
   * @param warehouse folder of the tables
   * @param options limits, and which sentences are parsed
   */
  public record Config(String warehouse, PipelineOptions options) {}

  /**
   * What a run did.
   *
   * @param distinctTexts texts of the table articles, each counted once
   * @param pendingTexts those that were annotated now
   * @param annotated those of them that have a row in annotations
   * @param lost those that have none, for the reason that document_status states
   * @param truncated those of which a limit cut something
   * @param tokens tokens annotated now
   * @param parsedTokens those of them that stand in parsed sentences
   * @param seconds how long it took
   */
  public record Result(
      long distinctTexts,
      long pendingTexts,
      long annotated,
      long lost,
      long truncated,
      long tokens,
      long parsedTokens,
      double seconds) {
    /** One line for a person. */
    public String summary() {
      if (pendingTexts == 0) {
        return "annotate: all %,d texts were annotated before".formatted(distinctTexts);
      }
      return "annotate: %,d of %,d texts, %,d tokens (%.0f%% parsed), %.0f tokens/s; %,d cut, %,d lost"
          .formatted(
              pendingTexts,
              distinctTexts,
              tokens,
              tokens == 0 ? 0 : 100.0 * parsedTokens / tokens,
              (double) tokens / seconds,
              truncated,
              lost);
    }

    /** Notes the figures under the stage annotate. */
    private void note(RunMetrics metrics) {
      metrics.put("annotate", "distinct_texts", (double) distinctTexts);
      metrics.put("annotate", "pending_texts", (double) pendingTexts);
      metrics.put("annotate", "annotated", (double) annotated);
      metrics.put("annotate", "lost", (double) lost);
      metrics.put("annotate", "truncated", (double) truncated);
      metrics.put("annotate", "tokens", (double) tokens);
      metrics.put("annotate", "parsed_tokens", (double) parsedTokens);
      metrics.put("annotate", "seconds", seconds);
    }
  }

  /** Runs the stage and writes its figures. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    var options = config.options();
    return run(
        spark,
        config,
        metrics,
        () -> new Pipeline(options)::run,
        options.maxSeconds() + GRACE_SECONDS);
  }

  /**
   * Runs the stage with another annotator.
   *
   * @param seconds how long a text may take before its thread is given up
   */
  static Result run(
      SparkSession spark, Config config, RunMetrics metrics, Annotator annotator, int seconds) {
    var result = new AnnotateJob(spark, config, annotator, seconds).run();
    result.note(metrics);
    metrics.write(spark, new Warehouse(spark, config.warehouse()));
    return result;
  }

  private Result run() {
    long start = System.nanoTime();
    staged.recover();
    var isKnown = col("text_id").equalTo(col("known_id"));
    Row size =
        texts("text_id", "char_count")
            .join(known(), isKnown, "left_outer")
            .agg(
                count(lit(1)),
                count(when(col("known_id").isNull(), lit(1))),
                coalesce(sum(when(col("known_id").isNull(), col("char_count"))), lit(0L)))
            .first();
    long pendingTexts = size.getLong(1);
    var totals = new BatchTotals();
    if (pendingTexts > 0) {
      var pending =
          texts("text_id", "text", "paragraphs", "char_count").join(known(), isKnown, "left_anti");
      annotate(pending, pendingTexts, size.getLong(2), totals);
    }
    staged.clearJournal();
    return new Result(
        size.getLong(0),
        pendingTexts,
        totals.annotated(),
        totals.lost(),
        totals.truncated(),
        totals.tokens(),
        totals.parsedTokens(),
        (System.nanoTime() - start) / 1e9);
  }

  private Dataset<Row> texts(String... columns) {
    return warehouse
        .read(Table.ARTICLES)
        .select(Stream.of(columns).map(name -> col(name)).toArray(Column[]::new))
        .dropDuplicates("text_id");
  }

  /** The texts that need no work. */
  private Dataset<Row> known() {
    return warehouse
        .readOrEmpty(Table.DOCUMENT_STATUS)
        .where(col("pipeline").equalTo(options.fingerprint()))
        .select(col("text_id").as("known_id"))
        .distinct();
  }

  private void annotate(
      Dataset<Row> pending, long pendingTexts, long characters, BatchTotals totals) {
    if (spark.sparkContext().isLocal()) {
      // The models load while Spark reads the texts.
      var unused = CompletableFuture.runAsync(Pipeline::load);
    }
    int cores = spark.sparkContext().defaultParallelism();
    int batches = (int) (characters / (BATCH_CHARACTERS_PER_CORE * cores)) + 1;
    var done = spark.sparkContext().longAccumulator("texts annotated");
    var annotateTexts =
        new AnnotateTexts(
            annotator,
            options.fingerprint(),
            seconds,
            staged.journal(),
            spark.sparkContext().hadoopConfiguration(),
            done);
    try (var progress = Progress.start("annotate", pendingTexts, "texts")) {
      var ticker = new Ticker(progress, done);
      spark.sparkContext().addSparkListener(ticker);
      Dataset<Row> batched =
          staged.texts(
              pending.withColumn("batch", pmod(xxhash64(col("text_id")), lit(batches))), batches);
      int tasks = tasks(characters / batches, pendingTexts / batches, cores);
      int files = files(characters / batches, cores);
      for (int batch = 0; batch < batches; batch++) {
        var rows =
            batched
                .where(col("batch").equalTo(batch))
                // The longest come first, in tasks of their own: none is left to the end.
                .repartitionByRange(tasks, col("char_count").desc(), col("text_id"))
                .sortWithinPartitions(col("char_count").desc(), col("text_id"))
                .mapPartitions(annotateTexts, Encoders.row(AnnotateTexts.TYPE));
        staged.commit(rows, files, totals);
      }
      spark.sparkContext().removeSparkListener(ticker);
      progress.done(pendingTexts);
    }
    staged.clear();
  }

  /** How many tasks a batch has: no more than texts, and at least one a core if it has as many. */
  private static int tasks(long characters, long texts, int cores) {
    long wanted =
        Math.max(cores, Math.min(characters / TASK_CHARACTERS, (long) TASKS_PER_CORE * cores));
    return (int) Math.min(wanted, texts + 1);
  }

  /** Into how many files a batch is written: as many as cores, unless they were tiny or huge. */
  private static int files(long characters, int cores) {
    long spread = Math.min(cores, characters / LEAST_FILE_CHARACTERS + 1);
    return (int) Math.max(spread, characters / FILE_CHARACTERS + 1);
  }

  /** Shows progress whenever a task ends. */
  private static final class Ticker extends SparkListener {
    private final Progress progress;
    private final LongAccumulator done;

    Ticker(Progress progress, LongAccumulator done) {
      this.progress = progress;
      this.done = done;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      progress.done(done.value());
    }
  }
}
