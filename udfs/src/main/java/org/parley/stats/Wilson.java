package org.parley.stats;

/** The interval of a share (Wilson 1927). */
public final class Wilson {
  private Wilson() {}

  /**
   * The score interval of 95% for a share.
   *
   * @param share the share that was observed, in [0, 1]
   * @param n the units that it is a share of; Kish's effective number where they have weights
   * @return bounds in [0, 1]; [0, 1] where n is 0
   */
  public static Interval interval(double share, double n) {
    if (!(share >= 0 && share <= 1 && n >= 0)) {
      throw new IllegalArgumentException("no share is " + share + " of " + n);
    }
    if (n == 0) {
      return new Interval(0, 1);
    }
    double z2 = Interval.Z95 * Interval.Z95;
    double centre = share + z2 / (2 * n);
    double half = Interval.Z95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return new Interval(
        Math.max(0, (centre - half) / (1 + z2 / n)), Math.min(1, (centre + half) / (1 + z2 / n)));
  }
}
