package org.parley.stats;

/**
 * Whether an edge is heavier than its ends' strength, dealt at random over their edges, would make
 * it (Serrano, Boguñá and Vespignani 2009).
 */
public final class DisparityFilter {
  private DisparityFilter() {}

  /**
   * The p-value of an undirected edge: the smaller one of its two ends, each (1 - weight /
   * strength)^(degree - 1). An end with one edge says nothing, and gives 1.
   *
   * @param weight the weight of the edge
   * @param strengthA the sum of the weights at one end
   * @param degreeA the number of edges there
   * @param strengthB the sum of the weights at the other end
   * @param degreeB the number of edges there
   */
  public static double pValue(
      double weight, double strengthA, long degreeA, double strengthB, long degreeB) {
    return Math.min(atEnd(weight, strengthA, degreeA), atEnd(weight, strengthB, degreeB));
  }

  private static double atEnd(double weight, double strength, long degree) {
    if (!(weight > 0 && weight <= strength * (1 + 1e-12) && degree > 0)) {
      throw new IllegalArgumentException(
          "no edge of weight " + weight + " at strength " + strength + ", degree " + degree);
    }
    return degree == 1 ? 1 : Math.pow(Math.max(0, 1 - weight / strength), degree - 1.0);
  }
}
