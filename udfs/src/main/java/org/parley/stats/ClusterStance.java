package org.parley.stats;

/**
 * What one near-duplicate cluster of articles says about a holder's stance towards a target: the
 * unit that a stance is counted in, so that a syndicated story counts once.
 *
 * @param mass how much the cluster counts, in (0, 1]: the confidence of its evidence, at most 1
 * @param favour the share of that mass that is in favour
 * @param against the share that is against; what remains of 1 is neutral
 */
public record ClusterStance(double mass, double favour, double against) {
  private static final double ROUNDING = 1e-9;

  public ClusterStance {
    if (!(mass >= 0
        && mass <= 1 + ROUNDING
        && favour >= 0
        && against >= 0
        && favour + against <= 1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "no cluster has mass " + mass + ", favour " + favour + ", against " + against);
    }
  }

  /** The share that is neutral. */
  public double neutral() {
    return Math.max(0, 1 - favour - against);
  }
}
