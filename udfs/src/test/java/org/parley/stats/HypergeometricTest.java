package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {
  /** Expected values computed with 40 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "5, 20, 10, 100, 0.025464546427043",
    "20, 42, 20, 14307668, 9.672534970423311e-114",
    "8, 15828, 4675, 14307668, 0.15177070950979218",
    "300, 40000, 25000, 10000000, 4.9263003578606492e-59",
    "90, 40000, 25000, 10000000, 0.85446044976373783",
    "2000, 2000000, 500000, 1000000000, 8.7326996362539965e-171",
    "50, 3000, 2000, 1000000000, 9.4512882836598781e-177"
  })
  void upperTailIsExact(long nAb, long nA, long nB, long n, double expected) {
    assertThat(Hypergeometric.upperTail(nAb, nA, nB, n))
        .isCloseTo(expected, withinPercentage(1e-8));
  }

  /** The example in the tests of R's backbone for {@code fixedrow}, all six pairs of its rows. */
  @ParameterizedTest
  @CsvSource({
    "3, 3, 3, .25",
    "0, 3, 1, 1",
    "2, 3, 2, .5",
    "1, 1, 1, .25",
    "0, 1, 2, 1",
    "2, 2, 2, .167"
  })
  void agreesWithBackbonesFixedRow(long nAb, long nA, long nB, double expected) {
    assertThat(Hypergeometric.upperTail(nAb, nA, nB, 4)).isCloseTo(expected, within(5e-4));
  }

  @Test
  void isSymmetric() {
    assertThat(Hypergeometric.upperTail(7, 300, 40, 5000))
        .isCloseTo(Hypergeometric.upperTail(7, 40, 300, 5000), withinPercentage(1e-10));
  }

  @Test
  void nothingInCommonIsCertain() {
    assertThat(Hypergeometric.upperTail(0, 10, 10, 100)).isEqualTo(1);
  }

  @Test
  void theLeastOverlapThatTheMarginsAllowIsCertain() {
    assertThat(Hypergeometric.upperTail(3, 8, 5, 10)).isEqualTo(1);
  }

  @Test
  void vanishingProbabilitiesAreZeroAndNotNaN() {
    assertThat(Hypergeometric.upperTail(100_000, 100_000, 100_000, 10_000_000)).isEqualTo(0);
  }
}
