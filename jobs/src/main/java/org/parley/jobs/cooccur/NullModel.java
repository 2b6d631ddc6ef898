package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.DegreeSequenceModel;

/**
 * The p-values of pairs. Sentences are of a size, so their null model is the hypergeometric one; a
 * long paragraph or article brings many together by chance, so theirs is the stochastic degree
 * sequence model, fitted to each month and voice.
 */
final class NullModel {
  private NullModel() {}

  /** The name of the model for a kind of window, as it stands in the table. */
  static String name(WindowKind kind) {
    return kind == WindowKind.SENTENCE ? "hypergeometric" : "sdsm";
  }

  /**
   * A column of p-values over rows with voice, month_code, n_ab, n_a, n_b, n.
   *
   * @param corpus whose windows tell their sizes
   * @param entities key, month_code, n of the entities in windows of this kind
   */
  static Column pValue(WindowKind kind, Corpus corpus, Dataset<Row> entities) {
    if (kind == WindowKind.SENTENCE) {
      return expr("parley_hypergeometric_p(n_ab, n_a, n_b, n)");
    }
    var models = fit(kind, corpus, entities);
    var broadcast =
        org.apache.spark.api.java.JavaSparkContext.fromSparkContext(
                entities.sparkSession().sparkContext())
            .broadcast(new Memo(models));
    UDF5<Integer, Integer, Long, Long, Long, Double> tail =
        (voice, month, nAb, nA, nB) ->
            broadcast.value().upperTail(slice(voice, month), nAb, nA, nB);
    return udf(tail, DataTypes.DoubleType)
        .apply(col("voice_number"), col("month_code"), col("n_ab"), col("n_a"), col("n_b"));
  }

  private static Map<Long, DegreeSequenceModel> fit(
      WindowKind kind, Corpus corpus, Dataset<Row> entities) {
    var sizes =
        corpus
            .clusters()
            .select(inline(ClusterExpressions.sizes(kind)))
            .groupBy("voice", "month_code", "size")
            .count();
    var windows = histograms(withAll(sizes, "size"), "size");
    var frequencies =
        histograms(
            entities
                .selectExpr(PairKey.voiceSql("key") + " AS voice", "month_code", "n AS frequency")
                .groupBy("voice", "month_code", "frequency")
                .count(),
            "frequency");
    var models = new HashMap<Long, DegreeSequenceModel>();
    frequencies.forEach(
        (slice, histogram) ->
            models.put(slice, DegreeSequenceModel.fit(windows.get(slice), histogram)));
    return models;
  }

  private static Dataset<Row> withAll(Dataset<Row> months, String degree) {
    return months
        .selectExpr("voice", "month_code", degree, "count")
        .unionByName(
            months
                .groupBy("voice", degree)
                .agg(expr("sum(count)").as("count"))
                .withColumn("month_code", lit(ClusterCount.ALL)));
  }

  private static Map<Long, SortedMap<Long, Long>> histograms(Dataset<Row> rows, String degree) {
    var histograms = new HashMap<Long, SortedMap<Long, Long>>();
    for (Row row :
        rows.selectExpr("voice", "month_code", "CAST(" + degree + " AS BIGINT)", "count")
            .collectAsList()) {
      histograms
          .computeIfAbsent(slice(row.getInt(0), row.getInt(1)), s -> new TreeMap<>())
          .put(row.getLong(2), row.getLong(3));
    }
    return histograms;
  }

  private static long slice(int voice, int month) {
    return (long) voice << 32 | (month & 0xffffffffL);
  }

  /**
   * The models of all slices with the tails that were asked for: most pairs of a corpus have few
   * windows in common and few each, so the same tail is asked for again and again.
   */
  private static final class Memo implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TAILS = 1_000_000;

    private final Map<Long, DegreeSequenceModel> models;
    private final ConcurrentHashMap<Tail, Double> tails = new ConcurrentHashMap<>();

    private record Tail(long slice, long nAb, long fewer, long more) implements Serializable {}

    Memo(Map<Long, DegreeSequenceModel> models) {
      this.models = models;
    }

    double upperTail(long slice, long nAb, long nA, long nB) {
      var tail = new Tail(slice, nAb, Math.min(nA, nB), Math.max(nA, nB));
      Double known = tails.get(tail);
      if (known != null) {
        return known;
      }
      double value = models.get(slice).upperTail(tail.nAb, tail.fewer, tail.more);
      if (tails.size() < MOST_TAILS) {
        tails.put(tail, value);
      }
      return value;
    }
  }
}
