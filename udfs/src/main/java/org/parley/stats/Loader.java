package org.parley.stats;

/**
 * Binomial probabilities without cancellation, for any counts (Loader 2000, "Fast and accurate
 * computation of binomial probabilities"). Differences of log-gamma lose eight digits at 10^8
 * windows; this keeps about fifteen.
 */
final class Loader {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int TABULATED = 16;

  /** ln n! minus Stirling's approximation, for n from 1. */
  private static final double[] STIRLING_ERROR = new double[TABULATED];

  static {
    double logFactorial = 0;
    for (int n = 1; n < TABULATED; n++) {
      logFactorial += Math.log(n);
      STIRLING_ERROR[n] = logFactorial - HALF_LOG_TWO_PI - (n + 0.5) * Math.log(n) + n;
    }
  }

  private Loader() {}

  /** Logarithm of the probability of x successes in n trials; q is 1 - p. */
  static double logBinomial(long x, long n, double p, double q) {
    if (p == 0) {
      return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (q == 0) {
      return x == n ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (x == 0) {
      return n == 0 ? 0 : p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
    }
    if (x == n) {
      return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
    }
    return stirlingError(n)
        - stirlingError(x)
        - stirlingError(n - x)
        - deviance(x, n * p)
        - deviance(n - x, n * q)
        - HALF_LOG_TWO_PI
        - 0.5 * (Math.log((double) x) + Math.log1p(-(double) x / n));
  }

  static double stirlingError(long n) {
    if (n < TABULATED) {
      return n == 0 ? 0 : STIRLING_ERROR[(int) n];
    }
    double square = (double) n * n;
    return (1 / 12.0
            - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square)
                / square)
        / n;
  }

  /** x ln(x / mean) + mean - x, by its series where the two are near. */
  static double deviance(long x, double mean) {
    if (Math.abs(x - mean) < 0.1 * (x + mean)) {
      double v = (x - mean) / (x + mean);
      double sum = (x - mean) * v;
      double term = 2 * x * v;
      for (int j = 1; j < 1000; j++) {
        term *= v * v;
        double next = sum + term / (2 * j + 1);
        if (next == sum) {
          break;
        }
        sum = next;
      }
      return sum;
    }
    return x * Math.log(x / mean) + mean - x;
  }
}
