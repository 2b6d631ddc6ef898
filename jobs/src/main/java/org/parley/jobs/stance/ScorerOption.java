package org.parley.jobs.stance;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.Scorer;
import picocli.CommandLine.Option;

/** The option that says how far evidence is to be believed. */
public final class ScorerOption {
  @Option(
      names = "--scorer",
      paramLabel = "WHO",
      defaultValue = "RULES",
      description =
          "Who says how far evidence is to be believed: rules, or learned, the rules and a small"
              + " encoder together (default: rules).")
  private Scorer scorer;

  /** The scorer that the option names. */
  public Scorer scorer() {
    return scorer;
  }

  /**
   * Asks the machines that will score whether they have what the scorer needs.
   *
   * @throws IllegalArgumentException if not, with one line that says what to do
   */
  static void require(SparkSession spark, Scorer scorer) {
    if (scorer == Scorer.RULES) {
      return;
    }
    boolean present = LearnedScorer.isPresent();
    if (!spark.sparkContext().isLocal()) {
      var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      int slots = context.defaultParallelism();
      List<Integer> each = IntStream.range(0, slots).boxed().toList();
      present =
          context.parallelize(each, slots).filter(slot -> !LearnedScorer.isPresent()).isEmpty();
    }
    if (!present) {
      throw new IllegalArgumentException(LearnedScorer.MISSING);
    }
  }
}
