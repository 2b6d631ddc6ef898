package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StancePosteriorTest {
  private static final ClusterStance FOR = new ClusterStance(1, 1, 0);
  private static final ClusterStance AGAINST = new ClusterStance(1, 0, 1);
  private static final ClusterStance NEUTRAL = new ClusterStance(1, 0, 0);

  private static StancePosterior posterior(int favour, int against, int neutral) {
    return StancePosterior.of(
        Stream.of(
                Collections.nCopies(favour, FOR),
                Collections.nCopies(against, AGAINST),
                Collections.nCopies(neutral, NEUTRAL))
            .flatMap(List::stream)
            .toList());
  }

  @Test
  void withoutEvidenceThePriorIsIndifferent() {
    var prior = posterior(0, 0, 0);
    assertThat(prior.score()).isZero();
    assertThat(prior.pFavour()).isCloseTo(0.5, within(1e-12));
    assertThat(prior.verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void scoreIsTheDifferenceOfTheShares() {
    assertThat(posterior(3, 1, 0).score()).isCloseTo(2 / 6.0, within(1e-12));
  }

  @Test
  void scoreSdIsThatOfTheDirichletDistribution() {
    // alpha = (11/3, 5/3, 2/3): Var = (E[(F-A)^2] - E[F-A]^2), with the moments of the Dirichlet.
    double all = 6;
    double f = 11 / 3.0;
    double a = 5 / 3.0;
    double second = (f * (f + 1) + a * (a + 1) - 2 * f * a) / (all * (all + 1));
    double expected = Math.sqrt(second - Math.pow((f - a) / all, 2));
    assertThat(posterior(3, 1, 0).scoreSd()).isCloseTo(expected, within(1e-12));
  }

  /** I_{1/2}(11/3, 5/3), computed with 40 digits. */
  @Test
  void probabilityOfFavourIsExact() {
    assertThat(posterior(3, 1, 0).pFavour()).isCloseTo(0.8297599040428671, within(1e-10));
  }

  @Test
  void neutralEvidenceDoesNotMoveTheProbabilityOfFavour() {
    assertThat(posterior(3, 1, 5).pFavour()).isCloseTo(posterior(3, 1, 0).pFavour(), within(1e-12));
  }

  @Test
  void intervalStaysInBounds() {
    assertThat(posterior(1, 0, 0).interval().high()).isLessThanOrEqualTo(1);
    assertThat(posterior(0, 1, 0).interval().low()).isGreaterThanOrEqualTo(-1);
  }

  @Test
  void agreementOfTwoClustersIsAVerdict() {
    assertThat(posterior(2, 0, 0).verdict()).isEqualTo(Verdict.FAVOUR);
    assertThat(posterior(0, 2, 0).verdict()).isEqualTo(Verdict.AGAINST);
  }

  @Test
  void oneClusterIsInsufficientHoweverSure() {
    assertThat(posterior(1, 0, 0).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void evidenceOnBothSidesIsMixed() {
    assertThat(posterior(3, 3, 0).verdict()).isEqualTo(Verdict.MIXED);
  }

  @Test
  void explicitNeutralityIsUndecided() {
    assertThat(posterior(1, 0, 3).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void effectiveClustersFollowKish() {
    var weak = new ClusterStance(0.5, 1, 0);
    var posterior = StancePosterior.of(List.of(FOR, weak));
    assertThat(posterior.effectiveClusters()).isCloseTo(1.5 * 1.5 / 1.25, within(1e-12));
  }

  @Test
  void refusesAClusterThatCountsMoreThanOnce() {
    assertThatThrownBy(() -> new ClusterStance(1.5, 1, 0))
        .hasMessage("no cluster has mass 1.5, favour 1.0, against 0.0");
  }
}
