package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BackboneTest {
  @Test
  void disparityTakesTheSmallerOfBothEnds() {
    assertThat(DisparityFilter.pValue(6, 10, 3, 20, 2)).isCloseTo(Math.pow(0.4, 2), within(1e-12));
  }

  /** The example in the tests of R's backbone: all weights 1, ends of degree 3; 1 and 2. */
  @Test
  void disparityAgreesWithBackbone() {
    assertThat(DisparityFilter.pValue(1, 3, 3, 3, 3)).isCloseTo(.444, within(5e-4));
    assertThat(DisparityFilter.pValue(1, 1, 1, 2, 2)).isCloseTo(.5, within(5e-4));
  }

  @Test
  void disparitySaysNothingOfAnEndWithOneEdge() {
    assertThat(DisparityFilter.pValue(6, 6, 1, 6, 1)).isEqualTo(1);
  }

  @Test
  void disparityRefusesAnEdgeAboveTheStrength() {
    assertThatThrownBy(() -> DisparityFilter.pValue(6, 5, 2, 8, 2))
        .hasMessage("no edge of weight 6.0 at strength 5.0, degree 2");
  }

  /**
   * Weight 10 between strengths 15 and 16, weights that sum to 30: a table of 60 both ways.
   * Expected values by the formulas of Coscia's own backboning.py, which takes such a table.
   */
  @Test
  void noiseCorrectedTakesTheTableWithBothDirections() {
    var edge = NoiseCorrected.of(10, 15, 16, 60);
    assertThat(edge.score()).isCloseTo(0.42857142857142855, within(1e-12));
    assertThat(edge.sd()).isCloseTo(0.011658292022202026, within(1e-12));
    assertThat(NoiseCorrected.of(3, 40, 50, 1000).sd())
        .isCloseTo(0.21812039699847816, within(1e-12));
  }

  /** The trap: with the sum of the weights in place of the strengths', expectation doubles. */
  @Test
  void halfTheTotalDoublesTheExpectation() {
    assertThat(NoiseCorrected.of(10, 15, 15, 30).score())
        .isCloseTo((10 / 7.5 - 1) / (10 / 7.5 + 1), within(1e-12));
    assertThat(NoiseCorrected.of(10, 15, 15, 60).score())
        .isCloseTo((10 / 3.75 - 1) / (10 / 3.75 + 1), within(1e-12));
  }

  @Test
  void noiseCorrectedRefusesATotalThatLacksADirection() {
    assertThatThrownBy(() -> NoiseCorrected.of(10, 15, 16, 30))
        .hasMessage("no edge of weight 10.0 between strengths 15.0 and 16.0 of 30.0");
  }
}
