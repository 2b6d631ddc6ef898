package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /**
   * Edges of Zachary's karate club (1977) with the weights that NetworkX 2.8.8 gives them: weight,
   * strengths of the two ends, and what two published programs make of them. netbone's {@code
   * noise_corrected} takes the sum of the weights for the total, 231; Coscia's {@code backboning}
   * takes a table in which each edge stands in both directions, so 462, and a lift twice as high.
   * Both were run once with NumPy 1.24.2 on all 78 edges; at 1.64 deviations the first keeps 43 of
   * them and the second 68. {@link NoiseCorrected} is the second where it gets the sum of the
   * strengths, as it does here.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 42, 29, -0.13725490196078433, 0.20443827890108318, 0.2054794520547945, 0.16671077612101934",
    "5, 42, 33, -0.09090909090909095, 0.1713053140973148, 0.24999999999999994, 0.13635822623923377",
    "2, 42, 21, -0.3125, 0.3347476832849296, 0.0232558139534884, 0.29940556769533705",
    "5, 21, 14, 0.5942028985507246, 0.04734667307678159, 0.7741935483870966, 0.02745798688263499",
    "5, 38, 48, -0.22457200402819738, 0.1868855464315312, 0.11756168359941946, 0.15930087522405054",
    "2, 8, 13, 0.6325088339222615, 0.09872337374496658, 0.7976653696498055, 0.05703652296502265",
    "3, 14, 6, 0.7837837837837838, 0.02440591121572649, 0.8857142857142857, 0.013098010984655973"
  })
  void noiseCorrectedIsThatOfNetboneAtHalfTheTotalAndOfCosciaAtTheWhole(
      double weight,
      double strengthA,
      double strengthB,
      double netboneScore,
      double netboneSd,
      double cosciaScore,
      double cosciaSd) {
    var near = within(1e-12);
    var half = NoiseCorrected.of(weight, strengthA, strengthB, 231);
    assertThat(half.score()).isCloseTo(netboneScore, near);
    assertThat(half.sd()).isCloseTo(netboneSd, near);
    var whole = NoiseCorrected.of(weight, strengthA, strengthB, 462);
    assertThat(whole.score()).isCloseTo(cosciaScore, near);
    assertThat(whole.sd()).isCloseTo(cosciaSd, near);
    assertThat((1 + cosciaScore) / (1 - cosciaScore))
        .isCloseTo(2 * (1 + netboneScore) / (1 - netboneScore), within(1e-9));
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
