package org.parley.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The number of successes in independent trials that have unequal probabilities. */
public final class PoissonBinomial {
  /** Up to here the tail is summed term by term; above, by a saddlepoint. */
  private static final int EXACT_UP_TO = 60;

  /** So many terms are summed from the tail's first one, at most. */
  private static final int MARGIN = 60;

  /** What is below this share of the tail's first term is left out. */
  private static final double NEGLIGIBLE = 1e-17;

  private static final double NEAR_MEAN = 1e-4;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private PoissonBinomial() {}

  /**
   * P(X >= k). For k to 60 exact (a sum of positive terms); above that by the saddlepoint of
   * Lugannani and Rice (1980) with Daniels' (1987) second correction for lattices, whose relative
   * error is far below a hundredth at such counts.
   *
   * @param p the probability of success of each class of trials, each in [0, 1)
   * @param trials the number of trials of each class
   * @param k the number of successes
   */
  public static double upperTail(double[] p, long[] trials, long k) {
    if (k <= 0) {
      return 1;
    }
    double mean = 0;
    long most = 0;
    for (int i = 0; i < p.length; i++) {
      mean += p[i] * trials[i];
      most += p[i] > 0 ? trials[i] : 0;
    }
    if (k > most) {
      return 0;
    }
    if (k == 1) {
      return atLeastOne(p, trials);
    }
    return k <= EXACT_UP_TO ? exact(p, trials, (int) k, mean) : saddlepoint(p, trials, k, most);
  }

  private static double atLeastOne(double[] p, long[] trials) {
    double logNone = 0;
    for (int i = 0; i < p.length; i++) {
      logNone += trials[i] * Math.log1p(-p[i]);
    }
    return -Math.expm1(logNone);
  }

  private static double exact(double[] p, long[] trials, int k, double mean) {
    boolean upwards = k > mean;
    var distribution = new double[upwards ? k + margin(p, trials, k) : k];
    distribution[0] = 1;
    int filled = 1;
    var one = new double[distribution.length];
    var next = new double[distribution.length];
    for (int i = 0; i < p.length; i++) {
      if (p[i] == 0 || trials[i] == 0) {
        continue;
      }
      int terms = binomial(p[i], trials[i], one);
      int length = Math.min(distribution.length, filled + terms - 1);
      Arrays.fill(next, 0, length, 0);
      for (int x = 0; x < filled; x++) {
        for (int y = 0; y < terms && x + y < length; y++) {
          next[x + y] += distribution[x] * one[y];
        }
      }
      System.arraycopy(next, 0, distribution, 0, length);
      filled = length;
    }
    double sum = 0;
    for (int x = upwards ? k : 0; x < (upwards ? filled : Math.min(k, filled)); x++) {
      sum += distribution[x];
    }
    return bounded(upwards ? sum : 1 - sum);
  }

  /**
   * After how many terms the tail from k on is done. (x + 1) P(x + 1) / P(x) falls with x (the
   * distribution is ultra-log-concave) from the sum of the odds of all trials at x = 0, so terms
   * fall at least as fast as a geometric series.
   */
  private static int margin(double[] p, long[] trials, int k) {
    double odds = 0;
    for (int i = 0; i < p.length; i++) {
      odds += trials[i] * p[i] / (1 - p[i]);
    }
    double ratio = odds / (k + 1);
    return ratio < 1 && ratio > 0
        ? (int) Math.min(MARGIN, 2 + Math.log(NEGLIGIBLE) / Math.log(ratio))
        : MARGIN;
  }

  /** Fills in the probabilities of 0, 1, ... successes, and returns after how many they vanish. */
  private static int binomial(double p, long trials, double[] into) {
    double mean = p * trials;
    int x = 0;
    into[0] = Math.exp(trials * Math.log1p(-p));
    while (++x < into.length && x <= trials) {
      into[x] =
          into[x - 1] > 1e-290
              ? into[x - 1] * ((trials - x + 1) * p / (x * (1 - p)))
              : Math.exp(Loader.logBinomial(x, trials, p, 1 - p));
      if (x > mean && into[x] < 1e-300) {
        return x;
      }
    }
    return x;
  }

  private static double saddlepoint(double[] p, long[] trials, long k, long most) {
    if (k == most) {
      double log = 0;
      for (int i = 0; i < p.length; i++) {
        log += p[i] > 0 ? trials[i] * Math.log(p[i]) : 0;
      }
      return Math.exp(log);
    }
    double shifted = k - 0.5;
    double s = root(p, trials, shifted);
    var at = new Cumulants(p, trials, s);
    if (Math.abs(s) < NEAR_MEAN) {
      // The formula is 0/0 at the mean; its limit is the normal tail corrected for skewness.
      double z = (shifted - at.first) / Math.sqrt(at.second) + s * Math.sqrt(at.second);
      double skewness = at.third / Math.pow(at.second, 1.5);
      return bounded(upperNormal(z) - density(z) * skewness * (1 - z * z) / 6);
    }
    double w = Math.copySign(Math.sqrt(2 * (s * shifted - at.value)), s);
    double u = 2 * Math.sinh(s / 2) * Math.sqrt(at.second);
    return bounded(upperNormal(w) + density(w) * (1 / u - 1 / w));
  }

  private static double upperNormal(double z) {
    return NORMAL.cumulativeProbability(-z);
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double bounded(double probability) {
    return Math.max(0, Math.min(1, probability));
  }

  private static double root(double[] p, long[] trials, double k) {
    double low = -40;
    double high = 40;
    double s = 0;
    for (int i = 0; i < 200; i++) {
      var at = new Cumulants(p, trials, s);
      double error = at.first - k;
      if (error > 0) {
        high = s;
      } else {
        low = s;
      }
      double newton = s - error / at.second;
      double next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - s) < 1e-12 * (1 + Math.abs(s))) {
        return next;
      }
      s = next;
    }
    return s;
  }

  /** The cumulant generating function at a point and its first three derivatives. */
  private static final class Cumulants {
    private final double value;
    private final double first;
    private final double second;
    private final double third;

    Cumulants(double[] p, long[] trials, double s) {
      double sum = 0;
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      double grow = Math.expm1(s);
      for (int i = 0; i < p.length; i++) {
        double tilted = p[i] * (1 + grow) / (1 + p[i] * grow);
        sum += trials[i] * Math.log1p(p[i] * grow);
        sum1 += trials[i] * tilted;
        sum2 += trials[i] * tilted * (1 - tilted);
        sum3 += trials[i] * tilted * (1 - tilted) * (1 - 2 * tilted);
      }
      value = sum;
      first = sum1;
      second = sum2;
      third = sum3;
    }
  }
}
