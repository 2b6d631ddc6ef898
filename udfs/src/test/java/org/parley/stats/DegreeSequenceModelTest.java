package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class DegreeSequenceModelTest {
  private static SortedMap<Long, Long> histogram(long... pairs) {
    var map = new TreeMap<Long, Long>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Test
  void equalWindowsAndEqualEntitiesGiveABinomialTail() {
    // 10 windows with 2 of 4 entities each: every incidence has probability 1/2, a pair 1/4.
    var model = DegreeSequenceModel.fit(histogram(2, 10), histogram(5, 4));
    assertThat(model.upperTail(1, 5, 5)).isCloseTo(1 - Math.pow(0.75, 10), within(1e-9));
  }

  @Test
  void aPairInLongWindowsSurprisesLessThanInShortOnes() {
    var long1 = histogram(2, 90, 20, 10);
    var model = DegreeSequenceModel.fit(long1, histogram(19, 20));
    var sameCounts = new Contingency(8, 19, 19, 100);
    assertThat(model.upperTail(8, 19, 19)).isGreaterThan(sameCounts.hypergeometricP());
  }

  /**
   * The example in the tests of R's backbone for {@code bicm}: rows 001, 010, 101, so windows of 1,
   * 1 and 2 entities, and entities in 1, 1 and 2 windows; it expects .216, .568 and .863.
   */
  @Test
  void probabilitiesAreThoseOfBackbonesBicm() {
    var model = DegreeSequenceModel.fit(histogram(1, 2, 2, 1), histogram(1, 2, 2, 1));
    assertThat(model.probability(1, 1)).isCloseTo(0.216, within(5e-4));
    assertThat(model.probability(1, 2)).isCloseTo(0.568, within(5e-4));
    assertThat(model.probability(2, 1)).isCloseTo(0.568, within(5e-4));
    assertThat(model.probability(2, 2)).isCloseTo(0.863, within(5e-4));
  }

  /**
   * The example in the tests of R's backbone for {@code sdsm}: entities in 3, 1 and 2 of four
   * windows with 2, 1, 1 and 2; the first and the third meet twice. It expects .549 from a refined
   * normal approximation of the tail; the exact tail of the same probabilities is .5552888 (all 16
   * outcomes summed up, apart from this code).
   */
  @Test
  void tailIsTheExactOneWhereBackboneApproximates() {
    var model = DegreeSequenceModel.fit(histogram(1, 2, 2, 2), histogram(1, 1, 2, 1, 3, 1));
    assertThat(model.upperTail(2, 3, 2)).isCloseTo(0.5552887964, within(1e-8));
    assertThat(model.upperTail(2, 3, 2)).isCloseTo(0.549, within(0.007));
    assertThat(refinedNormalTail(model, 2, 3, 2)).isCloseTo(0.549, within(5e-4));
    // What never meets has a tail of 1; the approximation says .977 and .972.
    assertThat(model.upperTail(0, 3, 1)).isEqualTo(1);
    assertThat(refinedNormalTail(model, 0, 3, 1)).isCloseTo(0.977, within(5e-4));
    assertThat(refinedNormalTail(model, 0, 1, 2)).isCloseTo(0.972, within(5e-4));
  }

  /** The approximation of Volkova (1996) in that example, with two windows of each size. */
  private static double refinedNormalTail(DegreeSequenceModel model, long nAb, long nA, long nB) {
    double mean = 0;
    double variance = 0;
    double skew = 0;
    for (long size : new long[] {1, 1, 2, 2}) {
      double p = model.probability(size, nA) * model.probability(size, nB);
      mean += p;
      variance += p * (1 - p);
      skew += p * (1 - p) * (1 - 2 * p);
    }
    double sd = Math.sqrt(variance);
    double x = (nAb - 0.5 - mean) / sd;
    var normal = new NormalDistribution(0, 1);
    return 1
        - (normal.cumulativeProbability(x)
            + skew / (6 * sd * sd * sd) * (1 - x * x) * normal.density(x));
  }

  /** The equations that define the fit: expected degrees are the given ones. */
  @Test
  void expectedDegreesAreTheGivenOnes() {
    var sizes = histogram(1, 700, 2, 250, 5, 60, 40, 3);
    var frequencies = histogram(1, 220, 3, 100, 20, 25, 200, 1, 400, 1);
    var model = DegreeSequenceModel.fit(sizes, frequencies);
    for (long size : sizes.keySet()) {
      double expected = 0;
      for (var entry : frequencies.entrySet()) {
        expected += entry.getValue() * model.probability(size, entry.getKey());
      }
      assertThat(expected).isCloseTo((double) size, withinPercentage(1e-4));
    }
    for (long frequency : frequencies.keySet()) {
      double expected = 0;
      for (var entry : sizes.entrySet()) {
        expected += entry.getValue() * model.probability(entry.getKey(), frequency);
      }
      assertThat(expected).isCloseTo((double) frequency, withinPercentage(1e-4));
    }
  }

  @Test
  void refusesASizeThatItDoesNotKnow() {
    var model = DegreeSequenceModel.fit(histogram(2, 10), histogram(5, 4));
    assertThatThrownBy(() -> model.probability(3, 5)).hasMessage("no window has 3 entities");
  }

  @Test
  void refusesHistogramsThatDoNotMatch() {
    assertThatThrownBy(() -> DegreeSequenceModel.fit(histogram(2, 10), histogram(5, 3)))
        .hasMessage("windows hold 20 entities, but entities are in 15 windows");
  }

  @Test
  void refusesAFrequencyThatItDoesNotKnow() {
    var model = DegreeSequenceModel.fit(histogram(2, 10), new TreeMap<>(Map.of(5L, 4L)));
    assertThatThrownBy(() -> model.upperTail(1, 5, 6)).hasMessage("no entity is in 6 windows");
  }
}
