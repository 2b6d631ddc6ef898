package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values by convolution with 40 digits (mpmath). */
class PoissonBinomialTest {
  private final double[] p = {0.1, 0.3, 0.05};

  @ParameterizedTest
  @CsvSource({"3, 0.64163718099571729", "9, 0.0023349913631438972"})
  void smallCountsAreExact(long k, double expected) {
    assertThat(PoissonBinomial.upperTail(p, new long[] {10, 4, 20}, k))
        .isCloseTo(expected, withinPercentage(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "70, 0.99999740682897822",
    "110, 0.51679297737238332",
    "130, 0.020444752212501243",
    "200, 7.7331385415007717e-19"
  })
  void largeCountsAreWithinAHundredth(long k, double expected) {
    assertThat(PoissonBinomial.upperTail(p, new long[] {300, 200, 400}, k))
        .isCloseTo(expected, withinPercentage(1));
  }

  /**
   * Nine trials in the tests of R's backbone, whose approximation says 0.6268476; all 512 outcomes
   * summed up say 0.6283854.
   */
  @Test
  void isExactWhereBackboneApproximates() {
    double[] nine = {.123, .234, .345, .456, .567, .678, .789, .801, .911};
    long[] once = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (int k = 1; k <= nine.length; k++) {
      assertThat(PoissonBinomial.upperTail(nine, once, k))
          .isCloseTo(enumerated(nine, k), withinPercentage(1e-9));
    }
    assertThat(PoissonBinomial.upperTail(nine, once, 5))
        .isCloseTo(0.6268476, withinPercentage(0.3));
  }

  private static double enumerated(double[] p, int k) {
    double sum = 0;
    for (int outcome = 0; outcome < 1 << p.length; outcome++) {
      double probability = 1;
      for (int i = 0; i < p.length; i++) {
        probability *= (outcome >> i & 1) == 1 ? p[i] : 1 - p[i];
      }
      sum += Integer.bitCount(outcome) >= k ? probability : 0;
    }
    return sum;
  }

  @Test
  void moreSuccessesThanTrialsAreImpossible() {
    assertThat(PoissonBinomial.upperTail(p, new long[] {1, 1, 1}, 4)).isZero();
  }

  @Test
  void allTrialsSucceedWithTheProductOfTheirProbabilities() {
    assertThat(PoissonBinomial.upperTail(p, new long[] {1, 1, 1}, 3))
        .isCloseTo(0.0015, withinPercentage(1e-9));
  }

  @Test
  void equalProbabilitiesGiveABinomialTail() {
    assertThat(PoissonBinomial.upperTail(new double[] {0.5}, new long[] {10}, 8))
        .isCloseTo(56 / 1024.0, withinPercentage(1e-9));
  }
}
