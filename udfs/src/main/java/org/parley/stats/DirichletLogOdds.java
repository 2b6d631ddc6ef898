package org.parley.stats;

/**
 * How much more one slice of a corpus speaks of a thing than another slice does: the difference of
 * log odds under an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, equations 16 to
 * 22).
 *
 * @param delta the difference of the log odds, slice 1 minus slice 2
 * @param variance its approximate variance, 1/(y1 + a) + 1/(y2 + a)
 */
public record DirichletLogOdds(double delta, double variance) {
  /**
   * The difference for one thing.
   *
   * @param y1 its count in slice 1
   * @param n1 all counts in slice 1
   * @param y2 its count in slice 2
   * @param n2 all counts in slice 2
   * @param prior its prior count, in practice its share in a background corpus times {@code
   *     priorAll}
   * @param priorAll the sum of the prior counts of all things
   */
  public static DirichletLogOdds of(
      double y1, double n1, double y2, double n2, double prior, double priorAll) {
    if (!(y1 >= 0 && y2 >= 0 && y1 <= n1 && y2 <= n2 && prior > 0 && prior < priorAll)) {
      throw new IllegalArgumentException(
          "no counts are %s of %s and %s of %s with prior %s of %s"
              .formatted(y1, n1, y2, n2, prior, priorAll));
    }
    double delta =
        Math.log((y1 + prior) / (n1 + priorAll - y1 - prior))
            - Math.log((y2 + prior) / (n2 + priorAll - y2 - prior));
    return new DirichletLogOdds(delta, 1 / (y1 + prior) + 1 / (y2 + prior));
  }

  /** The difference in standard deviations. */
  public double z() {
    return delta / Math.sqrt(variance);
  }

  /** The interval of 95% around the difference. */
  public Interval interval() {
    double half = Interval.Z95 * Math.sqrt(variance);
    return new Interval(delta - half, delta + half);
  }
}
