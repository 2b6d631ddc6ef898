package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;

/**
 * Benjamini and Hochberg (1995) within each context, month and voice, over all pairs that could be:
 * those without a row count as tests with a p-value of 1.
 *
 * <p>With K rows among m tests, a p-value of K/m or more has a q-value of 1 whatever the others
 * are; so only the different p-values below that are ranked, on the driver.
 */
final class FalseDiscovery {
  /** Different p-values of a slice in ascending order, and their q-values. */
  // Arrays, because these are sent to executors and nobody compares two.
  @SuppressWarnings("ArrayRecordComponent")
  private record Ranked(double[] p, double[] q) implements Serializable {}

  private FalseDiscovery() {}

  /**
   * Adds q_value and tested.
   *
   * @param rows with context, period, voice_number and p_value, kept by the caller
   * @param margins by context
   */
  static Dataset<Row> adjusted(Dataset<Row> rows, Map<String, Margins> margins) {
    var slices = new HashMap<NullModel.Slice, Long>();
    var bounds = new HashMap<NullModel.Slice, Double>();
    for (Row row : rows.groupBy("context", "period", "voice_number").count().collectAsList()) {
      var slice = slice(row);
      long tests = margins.get(slice.context()).pairs(slice.period(), slice.voice());
      slices.put(slice, tests);
      bounds.put(slice, Math.min(1, (double) row.getLong(3) / tests));
    }
    var context = JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    var tests = context.broadcast(slices);
    var below = context.broadcast(bounds);
    org.apache.spark.sql.api.java.UDF3<String, Integer, Integer, Double> bound =
        (c, period, voice) -> below.value().get(new NullModel.Slice(c, period, voice));
    UDF4<String, Integer, Integer, Double, Long> ofTests =
        (c, period, voice, p) -> tests.value().get(new NullModel.Slice(c, period, voice));
    var counts =
        rows.where(
                col("p_value")
                    .lt(
                        udf(bound, DataTypes.DoubleType)
                            .apply(col("context"), col("period"), col("voice_number"))))
            .groupBy("context", "period", "voice_number", "p_value")
            .count()
            .sort("context", "period", "voice_number", "p_value")
            .collectAsList();
    var ranked = context.broadcast(ranked(counts, slices));
    UDF4<String, Integer, Integer, Double, Double> q =
        (c, period, voice, p) -> {
          var known = ranked.value().get(new NullModel.Slice(c, period, voice));
          int place = known == null ? -1 : Arrays.binarySearch(known.p, p);
          return place < 0 ? 1 : known.q[place];
        };
    Column[] slice = {col("context"), col("period"), col("voice_number"), col("p_value")};
    return rows.withColumn("q_value", udf(q, DataTypes.DoubleType).apply(slice))
        .withColumn("tested", udf(ofTests, DataTypes.LongType).apply(slice));
  }

  private static Map<NullModel.Slice, Ranked> ranked(
      List<Row> counts, Map<NullModel.Slice, Long> tests) {
    var ranked = new HashMap<NullModel.Slice, Ranked>();
    for (int begin = 0; begin < counts.size(); ) {
      var slice = slice(counts.get(begin));
      int end = begin;
      while (end < counts.size() && slice(counts.get(end)).equals(slice)) {
        end++;
      }
      var p = new double[end - begin];
      var q = new double[end - begin];
      long rank = 0;
      for (int i = 0; i < p.length; i++) {
        Row row = counts.get(begin + i);
        rank += row.getLong(4);
        p[i] = row.getDouble(3);
        q[i] = p[i] * tests.get(slice) / rank;
      }
      double least = 1;
      for (int i = q.length - 1; i >= 0; i--) {
        least = Math.min(least, q[i]);
        q[i] = least;
      }
      ranked.put(slice, new Ranked(p, q));
      begin = end;
    }
    return ranked;
  }

  private static NullModel.Slice slice(Row row) {
    return new NullModel.Slice(row.getString(0), row.getInt(1), row.getInt(2));
  }
}
