package org.parley.stats;

import java.util.stream.IntStream;

/** Control of the false discovery rate over many tests (Benjamini and Hochberg 1995). */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The smallest rate at which each test is a discovery; R's {@code p.adjust(p, "BH")}.
   *
   * @param p the p-values of all tests, each in [0, 1]
   * @return their q-values, in the same order
   */
  public static double[] adjust(double[] p) {
    return adjust(p, p.length);
  }

  /**
   * The same where only some p-values are at hand: those that are missing count as tests with a
   * p-value of 1.
   *
   * @param tests the number of tests, at least {@code p.length}
   */
  public static double[] adjust(double[] p, long tests) {
    if (tests < p.length) {
      throw new IllegalArgumentException(tests + " tests cannot have " + p.length + " p-values");
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((i, j) -> Double.compare(p[i], p[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    var q = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank > 0; rank--) {
      int i = order[rank - 1];
      least = Math.min(least, p[i] * tests / rank);
      q[i] = least;
    }
    return q;
  }
}
