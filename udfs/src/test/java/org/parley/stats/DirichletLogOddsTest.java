package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Against the example of the fightin-words package: two sentences of nine words over eleven
 * different ones, with a prior of 0.05 for each.
 */
class DirichletLogOddsTest {
  private static final double WORDS = 9;
  private static final double PRIOR = 0.05;

  private static double z(double y1, double y2) {
    return DirichletLogOdds.of(y1, WORDS, y2, WORDS, PRIOR, 11 * PRIOR).z();
  }

  @Test
  void aWordOfOneSideHasThePublishedZ() {
    assertThat(z(1, 0)).isCloseTo(0.6894227886807968, within(1e-12));
    assertThat(z(0, 1)).isCloseTo(-0.6894227886807968, within(1e-12));
  }

  @Test
  void aSharedWordHasNone() {
    assertThat(z(2, 2)).isZero();
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> DirichletLogOdds.of(10, 9, 0, 9, 1, 2))
        .hasMessage("no counts are 10.0 of 9.0 and 0.0 of 9.0 with prior 1.0 of 2.0");
  }
}
