package org.parley.stats;

/**
 * A range that holds a value with a stated probability.
 *
 * @param low its lower bound
 * @param high its upper bound
 */
public record Interval(double low, double high) {
  /** The quantile of the normal distribution that bounds a two-sided interval of 95%. */
  static final double Z95 = 1.959963984540054;
}
