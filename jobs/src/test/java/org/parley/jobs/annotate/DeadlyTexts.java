package org.parley.jobs.annotate;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Outcome;
import org.parley.nlp.PipelineOptions;
import org.parley.text.SectionedText;

/**
 * A run of the stage in a JVM of its own, with executors in theirs, in place of CoreNLP something
 * that ends the JVM at one text and never stops at others.
 */
final class DeadlyTexts {
  private static final int SECONDS = 2;

  private DeadlyTexts() {}

  /** Annotates the warehouse that the first argument names, on the master that the second does. */
  public static void main(String[] arguments) {
    var spark =
        SessionOptions.configure(
                SparkSession.builder()
                    .master(arguments[1])
                    .appName("deadly texts")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.task.maxFailures", "8")
                    .config("spark.stage.maxConsecutiveAttempts", "16")
                    .config("spark.executor.memory", "512m")
                    .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1"))
            .getOrCreate();
    spark.sparkContext().setLogLevel("OFF");
    var result =
        AnnotateJob.run(
            spark,
            new AnnotateJob.Config(arguments[0], PipelineOptions.DEFAULT),
            RunMetrics.start(),
            () -> DeadlyTexts::annotate,
            SECONDS);
    System.out.println(result.summary());
    spark.stop();
  }

  private static Outcome annotate(SectionedText text) {
    if (text.text().startsWith("Deadly")) {
      Runtime.getRuntime().halt(137);
    }
    while (text.text().startsWith("Endless")) {
      LockSupport.parkNanos(10_000_000);
    }
    return new Outcome.Annotated(
        new AnnotatedText(text.text(), List.of(), List.of()), Outcome.Status.OK, "", 1);
  }
}
