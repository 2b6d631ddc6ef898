package org.parley.stats;

/**
 * The noise-corrected backbone (Coscia and Neffke 2017): how far an edge's lift, squeezed into [-1,
 * 1], lies above 0, and how sure that is, where the edge's own variance comes from a Beta prior
 * that has the mean and the variance of a hypergeometric draw (its beta is taken as published;
 * moments would give (1 - mean)^2 for 1 - mean^2, the same at the small means of real networks).
 *
 * <p>The total is that of a table in which each undirected edge stands twice, once in each
 * direction: it equals the sum of all strengths, twice the sum of the weights. With the sum of the
 * weights in its place (as netbone's {@code noise_corrected} has it for undirected graphs) the
 * expected weight doubles and fewer edges are kept.
 *
 * @param score (lift - 1) / (lift + 1), where lift is weight over its expectation
 * @param sd its standard deviation
 */
public record NoiseCorrected(double score, double sd) {
  /**
   * The score of an edge.
   *
   * @param weight the weight of the edge
   * @param strengthA the sum of the weights at one end
   * @param strengthB the sum of the weights at the other end
   * @param total the sum of the strengths of all nodes
   */
  public static NoiseCorrected of(double weight, double strengthA, double strengthB, double total) {
    if (!(weight >= 0
        && strengthA >= weight
        && strengthB >= weight
        && total >= strengthA + strengthB
        && strengthA > 0
        && strengthB > 0)) {
      throw new IllegalArgumentException(
          "no edge of weight %s between strengths %s and %s of %s"
              .formatted(weight, strengthA, strengthB, total));
    }
    double product = strengthA * strengthB;
    double kappa = total / product;
    double lift = kappa * weight;
    double mean = product / (total * total);
    double variance =
        product
            * (total - strengthA)
            * (total - strengthB)
            / (total * total * total * total * (total - 1));
    double alpha = mean * mean / variance * (1 - mean) - mean;
    double beta = mean / variance * (1 - mean * mean) - (1 - mean);
    double p = (alpha + weight) / (alpha + beta + total);
    double slope = 1 / product - total * (strengthA + strengthB) / (product * product);
    double sd =
        Math.sqrt(total * p * (1 - p))
            * 2
            * Math.abs(kappa + weight * slope)
            / ((lift + 1) * (lift + 1));
    return new NoiseCorrected((lift - 1) / (lift + 1), sd);
  }

  /** How many standard deviations the score lies above 0: 1.28, 1.64 and 2.32 are usual bounds. */
  public double z() {
    return score / sd;
  }
}
