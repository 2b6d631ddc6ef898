package org.parley.stats;

/**
 * How often two things occur together: the two-by-two table of {@code n} windows, given by its
 * margins. Measures of association are functions of it. All are symmetric in a and b.
 *
 * @param nAb windows with both
 * @param nA windows with a
 * @param nB windows with b
 * @param n all windows, those with neither included
 */
public record Contingency(long nAb, long nA, long nB, long n) {
  public Contingency {
    if (nAb < 0 || nAb > Math.min(nA, nB) || nA + nB - nAb > n) {
      throw new IllegalArgumentException(
          "no table has n_ab=" + nAb + ", n_a=" + nA + ", n_b=" + nB + ", n=" + n);
    }
  }

  /** Windows with a and without b. */
  public long onlyA() {
    return nA - nAb;
  }

  /** Windows with b and without a. */
  public long onlyB() {
    return nB - nAb;
  }

  /** Windows with neither. */
  public long neither() {
    return n - nA - nB + nAb;
  }

  /** Windows with both that chance would give: n_a n_b / n. */
  public double expected() {
    return (double) nA * nB / n;
  }

  /** Observed over expected; 1 for independence; NaN where one of the two never occurs. */
  public double lift() {
    return nAb / expected();
  }

  /** Pointwise mutual information in bits: the binary logarithm of the lift. */
  public double pmi() {
    return Math.log(lift()) / Math.log(2);
  }

  /**
   * Pointwise mutual information divided by -log(n_ab / n) (Bouma 2009): -1 where they never meet,
   * 0 for independence, 1 where each occurs only with the other. 1 also in the limit of both being
   * in every window.
   */
  public double npmi() {
    if (nAb == 0) {
      return -1;
    }
    // Rounding carries the quotient past its bound where nearly every window holds both.
    return nAb == n ? 1 : Math.min(1, Math.log(lift()) / -Math.log((double) nAb / n));
  }

  /**
   * Log-likelihood ratio against independence (Dunning 1993), 2 SUM O ln(O/E) over the four cells,
   * with the sign of (observed - expected). Its size has a chi-squared distribution with one degree
   * of freedom where they are independent.
   */
  public double g2() {
    double size =
        2
            * (cell(nAb, nA, nB)
                + cell(onlyA(), nA, n - nB)
                + cell(onlyB(), n - nA, nB)
                + cell(neither(), n - nA, n - nB));
    return Math.copySign(Math.max(0, size), (double) nAb - expected());
  }

  private double cell(long observed, long row, long column) {
    return observed == 0 ? 0 : observed * Math.log(observed / ((double) row * column / n));
  }

  /**
   * Natural logarithm of the odds ratio, with 0.5 added to each cell (Haldane 1956, Anscombe 1956);
   * quanteda's lambda for two words.
   */
  public double logOdds() {
    return Math.log(nAb + 0.5)
        + Math.log(neither() + 0.5)
        - Math.log(onlyA() + 0.5)
        - Math.log(onlyB() + 0.5);
  }

  /** Standard error of {@link #logOdds()}: the root of the sum of 1 / (cell + 0.5). */
  public double logOddsSe() {
    return Math.sqrt(
        1 / (nAb + 0.5) + 1 / (onlyA() + 0.5) + 1 / (onlyB() + 0.5) + 1 / (neither() + 0.5));
  }

  /** The interval of 95% around {@link #logOdds()} (Woolf 1955). */
  public Interval logOddsInterval() {
    double half = Interval.Z95 * logOddsSe();
    return new Interval(logOdds() - half, logOdds() + half);
  }

  /** Windows with both over windows with at least one. */
  public double jaccard() {
    return (double) nAb / (nA + nB - nAb);
  }

  /** Twice the windows with both over the sum of the windows with each. */
  public double dice() {
    return 2.0 * nAb / (nA + nB);
  }

  /** (observed - expected) / sqrt(observed) (Church et al. 1991); 0 where they never meet. */
  public double tScore() {
    return nAb == 0 ? 0 : (nAb - expected()) / Math.sqrt((double) nAb);
  }

  /** Pearson's chi-squared, without correction for continuity. */
  public double chiSquared() {
    double determinant = (double) nAb * neither() - (double) onlyA() * onlyB();
    return (double) n * determinant * determinant / ((double) nA * nB * (n - nA) * (n - nB));
  }

  /** Probability of at least {@code nAb} common windows given the margins. */
  public double hypergeometricP() {
    return Hypergeometric.upperTail(nAb, nA, nB, n);
  }
}
