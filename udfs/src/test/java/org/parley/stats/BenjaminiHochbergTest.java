package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** Table 1 of Benjamini and Hochberg (1995): fifteen tests, four discoveries at 0.05. */
  private final double[] published = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  @Test
  void findsTheDiscoveriesOfThePaper() {
    assertThat(Arrays.stream(BenjaminiHochberg.adjust(published)).filter(q -> q <= 0.05))
        .hasSize(4);
  }

  @Test
  void qValuesAreMonotoneInP() {
    assertThat(BenjaminiHochberg.adjust(published)).isSorted();
  }

  @Test
  void keepsTheOrderOfTheTests() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.04, 0.01, 0.03}))
        .containsExactly(new double[] {0.04, 0.03, 0.04}, within(1e-12));
  }

  @Test
  void testsWithoutAPValueCount() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.01, 0.02}, 10))
        .containsExactly(new double[] {0.1, 0.1}, within(1e-12));
  }

  @Test
  void refusesFewerTestsThanPValues() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[3], 2))
        .hasMessage("2 tests cannot have 3 p-values");
  }
}
