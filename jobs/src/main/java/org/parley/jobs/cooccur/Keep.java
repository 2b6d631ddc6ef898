package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which counts of pairs become rows. What is kept of a month depends on that month alone, so that
 * no later month changes it.
 *
 * @param leastWindows a pair needs so many common windows in a month (or in all), or an expectation
 *     of at least one
 * @param seriesClusters a pair of so many near-duplicate clusters in all has a row of all, and
 *     weeks, outlets and bursts
 * @param leastOfRow a row of one voice needs so many common windows
 */
record Keep(int leastWindows, int seriesClusters, int leastOfRow) implements Serializable {
  /** Every pair that meets, and no weeks. */
  static final Keep EVERY = rowsOf(1);

  /** Rows of so many common windows, and no weeks. */
  static Keep rowsOf(int windows) {
    return new Keep(windows, Integer.MAX_VALUE, windows);
  }

  /** Whether the pair, by its counts over all time and all voices, has weeks and outlets. */
  boolean hasSeries(Sums whole) {
    return whole.clusters >= seriesClusters && whole.windows > 0;
  }

  /**
   * The stretches of a pair that become rows.
   *
   * @param key the pair in all voices: what holds for all decides for each
   * @param whole its counts over all time
   * @param months its counts in months
   */
  Set<Integer> stretches(long key, Sums whole, List<Sums> months, Margins margins) {
    var kept = new HashSet<Integer>();
    if (hasSeries(whole) || isEnough(key, whole, margins)) {
      kept.add(whole.stretch);
    }
    for (Sums month : months) {
      if (isEnough(key, month, margins)) {
        kept.add(month.stretch);
      }
    }
    return kept;
  }

  private boolean isEnough(long key, Sums sums, Margins margins) {
    if (sums.windows == 0 || sums.windows >= leastWindows) {
      return sums.windows > 0;
    }
    double a = margins.of(PairKey.first(key), sums.stretch, Voice.ALL.code());
    double b = margins.of(PairKey.second(key), sums.stretch, Voice.ALL.code());
    return a * b >= margins.windows(sums.stretch);
  }
}
