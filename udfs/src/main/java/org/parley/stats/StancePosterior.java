package org.parley.stats;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * What is believed about a holder's stance towards a target after seeing the evidence: a Dirichlet
 * distribution over (favour, against, neutral), whose prior is worth {@link #PRIOR_STRENGTH}
 * clusters, a third for each.
 *
 * @param clusters clusters with evidence
 * @param favourMass evidence in favour, in clusters
 * @param againstMass evidence against, in clusters
 * @param neutralMass evidence of being neutral or undecided, in clusters
 * @param effectiveClusters Kish's effective number of clusters, (SUM m)^2 / SUM m^2
 * @param favourClusters clusters with more evidence in favour than of anything else
 * @param againstClusters clusters with more evidence against than of anything else
 */
public record StancePosterior(
    long clusters,
    double favourMass,
    double againstMass,
    double neutralMass,
    double effectiveClusters,
    long favourClusters,
    long againstClusters) {
  /** How many clusters the prior is worth. */
  public static final double PRIOR_STRENGTH = 2;

  private static final double PRIOR = PRIOR_STRENGTH / 3;
  private static final double SURE = 0.9;
  private static final double MIXED_BAND = 0.2;
  private static final double LEAST_MASS = 1.5;

  /** The posterior after the clusters; their order does not matter beyond rounding. */
  public static StancePosterior of(List<ClusterStance> clusters) {
    double favour = 0;
    double against = 0;
    double neutral = 0;
    double mass = 0;
    double squares = 0;
    long favourClusters = 0;
    long againstClusters = 0;
    for (var cluster : clusters) {
      favour += cluster.mass() * cluster.favour();
      against += cluster.mass() * cluster.against();
      neutral += cluster.mass() * cluster.neutral();
      mass += cluster.mass();
      squares += cluster.mass() * cluster.mass();
      if (cluster.favour() > Math.max(cluster.against(), cluster.neutral())) {
        favourClusters++;
      } else if (cluster.against() > Math.max(cluster.favour(), cluster.neutral())) {
        againstClusters++;
      }
    }
    return new StancePosterior(
        clusters.size(),
        favour,
        against,
        neutral,
        squares == 0 ? 0 : mass * mass / squares,
        favourClusters,
        againstClusters);
  }

  private double alphaFavour() {
    return PRIOR + favourMass;
  }

  private double alphaAgainst() {
    return PRIOR + againstMass;
  }

  private double alphaAll() {
    return PRIOR_STRENGTH + favourMass + againstMass + neutralMass;
  }

  /** The expected share in favour minus the expected share against, in (-1, 1). */
  public double score() {
    return (alphaFavour() - alphaAgainst()) / alphaAll();
  }

  /** Standard deviation of (share in favour - share against). */
  public double scoreSd() {
    double favour = alphaFavour() / alphaAll();
    double against = alphaAgainst() / alphaAll();
    double variance =
        (favour * (1 - favour) + against * (1 - against) + 2 * favour * against) / (alphaAll() + 1);
    return Math.sqrt(variance);
  }

  /** The credible interval of 95% around the score, by its normal approximation, in [-1, 1]. */
  public Interval interval() {
    double half = Interval.Z95 * scoreSd();
    return new Interval(Math.max(-1, score() - half), Math.min(1, score() + half));
  }

  /**
   * The probability that the holder is rather in favour than against. Exact: favour / (favour +
   * against) has a Beta distribution, whatever the neutral share is.
   */
  public double pFavour() {
    return 1 - Beta.regularizedBeta(0.5, alphaFavour(), alphaAgainst());
  }

  /**
   * The probability that a later score is above an earlier one, of independent evidence, by the
   * normal approximation of both posteriors.
   *
   * @param sd standard deviation of the earlier score; at least one of the two is positive
   */
  public static double pRise(double score, double sd, double laterScore, double laterSd) {
    double difference = (laterScore - score) / Math.sqrt(sd * sd + laterSd * laterSd);
    return new NormalDistribution(null, 0, 1).cumulativeProbability(difference);
  }

  /**
   * What can be said: undecided where neutral evidence outweighs the rest; favour or against at a
   * probability of 0.9; mixed where at least two clusters stand on either side and neither
   * prevails; insufficient otherwise and below one and a half clusters of evidence.
   */
  public Verdict verdict() {
    double mass = favourMass + againstMass + neutralMass;
    if (mass < LEAST_MASS) {
      return Verdict.INSUFFICIENT;
    }
    if (neutralMass > favourMass + againstMass) {
      return Verdict.UNDECIDED;
    }
    double p = pFavour();
    if (p >= SURE) {
      return Verdict.FAVOUR;
    }
    if (p <= 1 - SURE) {
      return Verdict.AGAINST;
    }
    boolean bothSides = favourClusters >= 2 && againstClusters >= 2;
    return bothSides && p > MIXED_BAND && p < 1 - MIXED_BAND ? Verdict.MIXED : Verdict.INSUFFICIENT;
  }
}
