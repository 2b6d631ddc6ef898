package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.DegreeSequenceModel;
import org.parley.stats.Hypergeometric;

/**
 * The p-values of pairs. Sentences are of a size, so their null model is the hypergeometric one; a
 * long paragraph or article brings many together by chance, so theirs is the stochastic degree
 * sequence model, fitted to each month and voice.
 */
final class NullModel {
  /** Sizes of windows of a slice. */
  record Sizes(Slice slice, SortedMap<Long, Long> histogram) {}

  /** A part of the counts within which pairs are compared. */
  record Slice(String context, int period, int voice) implements Serializable {}

  private NullModel() {}

  /** SQL for the name of the model of a context. */
  static String nameSql(List<WindowKind> kinds) {
    return kinds.stream()
        .filter(WindowKind::isOfOneSize)
        .map(kind -> "'" + kind.label() + "'")
        .collect(Collectors.joining(", ", "IF(context IN (", "), 'hypergeometric', 'sdsm')"));
  }

  /**
   * A column of p-values over rows with context, period, voice_number, n_ab, n_a, n_b, n.
   *
   * @param sizes of the windows of each slice that needs them
   * @param margins by context
   */
  static Column pValue(SparkSession spark, List<Sizes> sizes, Map<String, Margins> margins) {
    Map<Slice, DegreeSequenceModel> models =
        sizes.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Sizes::slice,
                    one ->
                        DegreeSequenceModel.fit(
                            one.histogram,
                            margins
                                .get(one.slice.context)
                                .frequencies(one.slice.period, one.slice.voice))));
    var broadcast =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new Memo(models));
    UDF7<String, Integer, Integer, Long, Long, Long, Long, Double> tail =
        (context, period, voice, nAb, nA, nB, n) ->
            n == null
                ? null
                : broadcast.value().upperTail(new Slice(context, period, voice), nAb, nA, nB, n);
    return udf(tail, DataTypes.DoubleType)
        .apply(
            col("context"),
            col("period"),
            col("voice_number"),
            col("n_ab"),
            col("n_a"),
            col("n_b"),
            col("n"));
  }

  /**
   * The models of all slices with the tails that were asked for: most pairs of a corpus have few
   * windows in common and few each, so the same tail is asked for again and again.
   */
  private static final class Memo implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TAILS = 1_000_000;

    private final Map<Slice, DegreeSequenceModel> models;
    private final ConcurrentHashMap<Tail, Double> tails = new ConcurrentHashMap<>();

    private record Tail(Slice slice, long nAb, long fewer, long more) implements Serializable {}

    Memo(Map<Slice, DegreeSequenceModel> models) {
      this.models = models;
    }

    double upperTail(Slice slice, long nAb, long nA, long nB, long n) {
      var model = models.get(slice);
      if (model == null) {
        return Hypergeometric.upperTail(nAb, nA, nB, n);
      }
      var tail = new Tail(slice, nAb, Math.min(nA, nB), Math.max(nA, nB));
      Double known = tails.get(tail);
      if (known != null) {
        return known;
      }
      double value = model.upperTail(tail.nAb, tail.fewer, tail.more);
      if (tails.size() < MOST_TAILS) {
        tails.put(tail, value);
      }
      return value;
    }
  }
}
