package org.parley.jobs.cooccur;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The rows that {@link CountedRows} makes. */
final class CountRow {
  /**
   * Counts of a pair (or of an entity, which is then both a and b) over a stretch of time: unit is
   * all, month, week or outlet, and period the number of the month, week or outlet. n, n_a and n_b
   * are null where the unit is week or outlet. Where the unit is burst, the row is a burst of a
   * weight, of n_ab articles from first_day to last_day. Where it is node, n_ab is the sum of an
   * entity's windows with all others, and article_count how many others those are; several rows of
   * an entity add up.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "context string, unit string, period int, voice_number int, a int, b int, n_ab bigint,"
              + " n_a bigint, n_b bigint, n bigint, article_count bigint, text_count bigint,"
              + " cluster_count bigint, outlet_count bigint, first_day int, last_day int,"
              + " weight double");

  static final String BURST = "burst";
  static final String NODE = "node";

  private CountRow() {}

  /** The counts of a key; those that they are compared with are null where there are none. */
  static Row of(String context, Sums.Stretch unit, long key, Sums sums, Long nA, Long nB, Long n) {
    return RowFactory.create(
        context,
        unit.label(),
        sums.stretch,
        PairKey.voice(key),
        PairKey.first(key),
        PairKey.second(key),
        sums.windows,
        nA,
        nB,
        n,
        sums.articles,
        sums.texts,
        sums.clusters,
        sums.outlets,
        sums.firstDay(),
        sums.lastDay(),
        null);
  }

  /** A burst of a key. */
  static Row burst(String context, long key, Timeline.Found burst) {
    return RowFactory.create(
        context,
        BURST,
        0,
        PairKey.voice(key),
        PairKey.first(key),
        PairKey.second(key),
        burst.articles(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        burst.firstDay(),
        burst.lastDay(),
        burst.weight());
  }

  /** Some of an entity's windows with others. */
  static Row node(String context, int entity, long windows, long others) {
    return RowFactory.create(
        context, NODE, 0, null, entity, entity, windows, null, null, null, others, null, null, null,
        null, null, null);
  }
}
