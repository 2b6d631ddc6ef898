package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the values that NLTK documents for its association measures, and by hand. */
class ContingencyTest {
  /** "new companies" in Manning and Schütze's newswire, table 5.8. */
  private final Contingency newCompanies = new Contingency(8, 15828, 4675, 14307668);

  private final Contingency small = new Contingency(3, 5, 4, 10);

  @Test
  void expectedIsTheProductOfTheMargins() {
    assertThat(newCompanies.expected()).isCloseTo(5.17, within(0.005));
  }

  @Test
  void tScoreAsPublished() {
    assertThat(newCompanies.tScore()).isCloseTo(0.999932, within(1e-4));
  }

  @Test
  void chiSquaredAsPublished() {
    assertThat(newCompanies.chiSquared()).isCloseTo(1.55, within(0.005));
  }

  @Test
  void pmiAsPublished() {
    assertThat(new Contingency(20, 42, 20, 14307668).pmi()).isCloseTo(18.38, within(0.005));
    assertThat(new Contingency(20, 15019, 15629, 14307668).pmi()).isCloseTo(0.29, within(0.005));
  }

  @Test
  void g2AsPublished() {
    assertThat(new Contingency(110, 2552, 221, 31777).g2()).isCloseTo(270.72, within(0.005));
    assertThat(new Contingency(8, 13, 32, 31777).g2()).isCloseTo(95.29, within(0.005));
  }

  @Test
  void g2IsNegativeBelowExpectation() {
    assertThat(new Contingency(1, 50, 50, 100).g2()).isCloseTo(-119.02, within(0.01));
  }

  @Test
  void g2IsZeroForIndependence() {
    assertThat(new Contingency(25, 50, 50, 100).g2()).isZero();
  }

  @Test
  void liftIsObservedOverExpected() {
    assertThat(small.lift()).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void npmiLiesBetweenItsBounds() {
    assertThat(small.npmi()).isCloseTo(Math.log(1.5) / -Math.log(0.3), within(1e-12));
    assertThat(new Contingency(0, 5, 4, 10).npmi()).isEqualTo(-1);
    assertThat(new Contingency(4, 4, 4, 10).npmi()).isCloseTo(1, within(1e-12));
    assertThat(new Contingency(10, 10, 10, 10).npmi()).isEqualTo(1);
  }

  @Test
  void logOddsWithHalfACountInEachCell() {
    assertThat(small.logOdds()).isCloseTo(Math.log(3.5 * 4.5 / (2.5 * 1.5)), within(1e-12));
    assertThat(small.logOddsSe())
        .isCloseTo(Math.sqrt(1 / 3.5 + 1 / 4.5 + 1 / 2.5 + 1 / 1.5), within(1e-12));
  }

  /**
   * quanteda's {@code textstat_collocations} on "I like good ice cream." and "Me too! I like good
   * ice cream.", as noted in its tests: 9 pairs of neighbours, "good ice" twice, and neither "good"
   * nor "ice" otherwise.
   */
  @Test
  void logOddsAreQuantedasLambda() {
    var goodIce = new Contingency(2, 2, 2, 9);
    assertThat(goodIce.logOdds()).isCloseTo(4.317488, within(5e-7));
    assertThat(goodIce.logOdds() / goodIce.logOddsSe()).isCloseTo(2.027787, within(5e-7));
  }

  @Test
  void logOddsIntervalIsSymmetric() {
    var interval = small.logOddsInterval();
    assertThat(interval.low()).isCloseTo(1.4350845 - 1.9599640 * 1.2546, within(1e-3));
    assertThat(interval.low() + interval.high()).isCloseTo(2 * small.logOdds(), within(1e-12));
  }

  @Test
  void jaccardAndDice() {
    assertThat(small.jaccard()).isEqualTo(0.5);
    assertThat(small.dice()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void refusesCountsThatNoTableHas() {
    assertThatThrownBy(() -> new Contingency(6, 5, 7, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no table has n_ab=6, n_a=5, n_b=7, n=10");
  }
}
