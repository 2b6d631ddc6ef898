package org.parley.stats;

/**
 * How likely it is that two sets of windows overlap as much as they do, if the windows of each were
 * drawn at random. As {@code phyper(nAb - 1, nA, n - nA, nB, lower.tail = FALSE)} in R; the {@code
 * fixedrow} model of R's backbone.
 */
public final class Hypergeometric {
  private Hypergeometric() {}

  /**
   * P(X >= nAb), where X counts the common windows of nA and nB windows out of n. Exact: terms are
   * summed from the nearer tail, without cancellation. 0 where it is below 10^-323.
   *
   * @throws IllegalArgumentException if no table has these counts
   */
  public static double upperTail(long nAb, long nA, long nB, long n) {
    var table = new Contingency(nAb, nA, nB, n);
    long least = Math.max(0, nA + nB - n);
    if (nAb <= least) {
      return 1;
    }
    return nAb > table.expected()
        ? sumUp(nAb, nA, nB, n)
        : Math.max(0, 1 - sumDown(nAb - 1, nA, nB, n));
  }

  /** Logarithm of P(X = x). */
  static double logProbability(long x, long nA, long nB, long n) {
    double p = (double) nB / n;
    double q = (double) (n - nB) / n;
    return Loader.logBinomial(x, nA, p, q)
        + Loader.logBinomial(nB - x, n - nA, p, q)
        - Loader.logBinomial(nB, n, p, q);
  }

  private static double sumUp(long from, long nA, long nB, long n) {
    double sum = 1;
    double term = 1;
    long last = Math.min(nA, nB);
    for (long x = from; x < last && term > sum * 1e-17; x++) {
      term *= ((double) (nA - x) / (x + 1)) * ((double) (nB - x) / (n - nA - nB + x + 1));
      sum += term;
    }
    return Math.min(1, Math.exp(logProbability(from, nA, nB, n) + Math.log(sum)));
  }

  private static double sumDown(long from, long nA, long nB, long n) {
    double sum = 1;
    double term = 1;
    long first = Math.max(0, nA + nB - n);
    for (long x = from; x > first && term > sum * 1e-17; x--) {
      term *= ((double) x / (nA - x + 1)) * ((double) (n - nA - nB + x) / (nB - x + 1));
      sum += term;
    }
    return Math.exp(logProbability(from, nA, nB, n) + Math.log(sum));
  }
}
