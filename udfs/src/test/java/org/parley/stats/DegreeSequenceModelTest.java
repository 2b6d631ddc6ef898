package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
