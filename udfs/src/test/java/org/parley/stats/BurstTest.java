package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BurstTest {
  private static long[] steps(int n) {
    var all = new long[n];
    Arrays.fill(all, 100);
    return all;
  }

  @Test
  void findsTheRunOfHighCounts() {
    long[] relevant = {2, 1, 2, 2, 20, 25, 22, 1, 2, 2};
    assertThat(Burst.find(relevant, steps(10)))
        .singleElement()
        .satisfies(
            burst -> {
              assertThat(burst.begin()).isEqualTo(4);
              assertThat(burst.end()).isEqualTo(7);
            });
  }

  @Test
  void weightIsTheGainOfTheBurstState() {
    long[] relevant = {0, 0, 30, 0};
    double p0 = 30 / 400.0;
    double p1 = 2 * p0;
    double gain = 30 * Math.log(p1 / p0) + 70 * Math.log((1 - p1) / (1 - p0));
    assertThat(Burst.find(relevant, steps(4)))
        .singleElement()
        .satisfies(burst -> assertThat(burst.weight()).isCloseTo(gain, within(1e-12)));
  }

  /**
   * The example of the Python package burst_detection (its README), which names bursts 4 to 5 and 6
   * to 8 of weights 2.68563 and 5.34226. It takes the cheapest state step by step; the cheapest
   * path as a whole, which Kleinberg asks for, enters the first burst one step earlier.
   */
  @Test
  void findsThePublishedBurstsAndAStepThatAGreedySearchMisses() {
    long[] relevant = {0, 2, 1, 6, 7, 2, 8, 7, 2, 1};
    long[] all = {9, 11, 12, 10, 10, 8, 12, 10, 13, 11};
    double p0 = 36 / 106.0;
    double missed = 6 * Math.log(2) + 4 * Math.log((1 - 2 * p0) / (1 - p0));

    var bursts = Burst.find(relevant, all);

    assertThat(bursts).extracting(Burst::begin).containsExactly(3, 6);
    assertThat(bursts).extracting(Burst::end).containsExactly(5, 8);
    assertThat(bursts.get(0).weight()).isCloseTo(2.68563 + missed, within(5e-6));
    assertThat(bursts.get(1).weight()).isCloseTo(5.34226, within(5e-6));
  }

  @Test
  void agreesWithTheBestOfAllPaths() {
    long[] relevant = {3, 9, 4, 12, 1, 0, 8, 9, 2, 3};
    assertThat(Burst.find(relevant, steps(10), 2, 1)).isEqualTo(exhaustive(relevant, 2, 1));
    assertThat(Burst.find(relevant, steps(10), 1.5, 0.2)).isEqualTo(exhaustive(relevant, 1.5, 0.2));
  }

  /** Tries all state sequences with the cost of the paper, binomial coefficients included. */
  private static java.util.List<Burst> exhaustive(long[] relevant, double scale, double gamma) {
    int n = relevant.length;
    double p0 = Arrays.stream(relevant).sum() / (100.0 * n);
    double p1 = scale * p0;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int path = 0; path < 1 << n; path++) {
      double cost = 0;
      int state = 0;
      for (int t = 0; t < n; t++) {
        int next = path >> t & 1;
        cost += next > state ? gamma * Math.log(n) : 0;
        double p = next == 1 ? p1 : p0;
        cost -= Loader.logBinomial(relevant[t], 100, p, 1 - p);
        state = next;
      }
      if (cost < least - 1e-9) {
        least = cost;
        best = path;
      }
    }
    var bursts = new java.util.ArrayList<Burst>();
    for (int t = 0; t < n; t++) {
      if ((best >> t & 1) == 1) {
        int begin = t;
        double weight = 0;
        while (t < n && (best >> t & 1) == 1) {
          weight +=
              relevant[t] * Math.log(p1 / p0)
                  + (100 - relevant[t]) * (Math.log1p(-p1) - Math.log1p(-p0));
          t++;
        }
        bursts.add(new Burst(begin, t, weight));
      }
    }
    return bursts;
  }

  @Test
  void aSteadySeriesHasNone() {
    long[] relevant = {5, 5, 5, 5, 5};
    assertThat(Burst.find(relevant, steps(5))).isEmpty();
  }

  @Test
  void nothingRelevantHasNone() {
    assertThat(Burst.find(new long[5], steps(5))).isEmpty();
  }

  @Test
  void aStepWithoutDocumentsIsNoBurst() {
    assertThat(Burst.find(new long[] {0, 30, 0}, new long[] {0, 40, 400}))
        .extracting(Burst::begin, Burst::end)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2));
  }

  @Test
  void refusesMoreDocumentsThanThereAre() {
    assertThatThrownBy(() -> Burst.find(new long[] {3}, new long[] {2}))
        .hasMessage("step 0 has 3 of 2 documents");
  }
}
