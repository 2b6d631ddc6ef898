package org.parley.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stochastic degree sequence model (Neal 2014; Neal, Domagalski and Sagan 2021): what common
 * windows two entities would have, if every window kept its number of entities and every entity its
 * number of windows, both on average. Long windows hold many pairs, and this null knows it; the
 * hypergeometric one does not.
 *
 * <p>The probability that a window holds an entity is x y / (1 + x y), with one x for each size of
 * window and one y for each frequency of an entity: the bipartite configuration model of greatest
 * entropy (Saracco et al. 2015). Windows of one size are one class of trials, so a tail costs as
 * many terms as there are different sizes, not windows.
 */
public final class DegreeSequenceModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_ROUNDS = 500;
  private static final double TOLERANCE = 1e-9;

  private final long[] sizes;
  private final long[] windows;
  private final double[] windowFitness;
  private final SortedMap<Long, Double> entityFitness;

  private DegreeSequenceModel(
      SortedMap<Long, Long> windowsBySize,
      double[] windowFitness,
      SortedMap<Long, Double> entityFitness) {
    this.sizes = longs(windowsBySize.keySet());
    this.windows = longs(windowsBySize.values());
    this.windowFitness = windowFitness;
    this.entityFitness = entityFitness;
  }

  /**
   * Fits the model.
   *
   * @param windowsBySize how many windows hold that many entities, by the number of entities; those
   *     without any may be left out
   * @param entitiesByFrequency how many entities are in that many windows, by the number of windows
   * @throws IllegalArgumentException if the two do not tell of the same number of incidences
   */
  public static DegreeSequenceModel fit(
      SortedMap<Long, Long> windowsBySize, SortedMap<Long, Long> entitiesByFrequency) {
    var sizes = new TreeMap<>(windowsBySize);
    sizes.remove(0L);
    var frequencies = new TreeMap<>(entitiesByFrequency);
    frequencies.remove(0L);
    long incidences = incidences(sizes);
    if (incidences != incidences(frequencies)) {
      throw new IllegalArgumentException(
          "windows hold %d entities, but entities are in %d windows"
              .formatted(incidences, incidences(frequencies)));
    }
    double[] size = values(sizes.keySet());
    double[] windowCount = values(sizes.values());
    double[] frequency = values(frequencies.keySet());
    double[] entityCount = values(frequencies.values());
    var x = new double[size.length];
    var y = new double[frequency.length];
    double root = Math.sqrt((double) Math.max(1, incidences));
    Arrays.setAll(x, i -> size[i] / root);
    Arrays.setAll(y, i -> frequency[i] / root);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double change = update(x, size, y, entityCount);
      change = Math.max(change, update(y, frequency, x, windowCount));
      if (change < TOLERANCE) {
        break;
      }
    }
    var fitness = new TreeMap<Long, Double>();
    int i = 0;
    for (long key : frequencies.keySet()) {
      fitness.put(key, y[i++]);
    }
    return new DegreeSequenceModel(sizes, x, fitness);
  }

  private static long[] longs(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static long incidences(Map<Long, Long> histogram) {
    return histogram.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
  }

  private static double[] values(Collection<Long> numbers) {
    return numbers.stream().mapToDouble(Long::doubleValue).toArray();
  }

  /** One step of the fixed point: each fitness so that its expected degree is the given one. */
  private static double update(double[] own, double[] degree, double[] other, double[] others) {
    double change = 0;
    for (int i = 0; i < own.length; i++) {
      double sum = 0;
      for (int j = 0; j < other.length; j++) {
        sum += others[j] * other[j] / (1 + own[i] * other[j]);
      }
      double next = degree[i] / sum;
      change = Math.max(change, Math.abs(next - own[i]) / next);
      own[i] = next;
    }
    return change;
  }

  /**
   * P(X >= nAb), where X counts the common windows of two entities under the model.
   *
   * @param nAb windows with both
   * @param nA windows with the one, a frequency that the model was fitted to
   * @param nB windows with the other, likewise
   * @throws IllegalArgumentException if the model was fitted without an entity of that frequency
   */
  public double upperTail(long nAb, long nA, long nB) {
    double a = fitness(nA);
    double b = fitness(nB);
    var p = new double[windows.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = presence(i, a) * presence(i, b);
    }
    return PoissonBinomial.upperTail(p, windows, nAb);
  }

  /**
   * The probability that a window of a size holds an entity of a frequency.
   *
   * @throws IllegalArgumentException if the model was fitted without such a window or entity
   */
  double probability(long size, long frequency) {
    int i = Arrays.binarySearch(sizes, size);
    if (i < 0) {
      throw new IllegalArgumentException("no window has " + size + " entities");
    }
    return presence(i, fitness(frequency));
  }

  private double presence(int sizeClass, double entity) {
    double odds = windowFitness[sizeClass] * entity;
    return odds / (1 + odds);
  }

  private double fitness(long frequency) {
    var value = entityFitness.get(frequency);
    if (value == null) {
      throw new IllegalArgumentException("no entity is in " + frequency + " windows");
    }
    return value;
  }
}
