package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void f1OfSets() {
    assertThat(Agreement.of(Set.of("a", "b", "c", "d"), Set.of("a", "b", "x")))
        .isEqualTo(new Agreement(66.7, 50.0, 57.1));
  }

  @Test
  void nothingPredictedIsNoRight() {
    assertThat(Agreement.of(Set.of("a"), Set.of())).isEqualTo(new Agreement(0, 0, 0));
  }

  @Test
  void macroF1IsTheMeanOverTheGoldLabels() {
    // Label 1: precision 2/3, recall 1, F1 0.8; label 0: precision 1, recall 1/2, F1 2/3.
    assertThat(Agreement.macroF1(List.of(1, 1, 0, 0), List.of(1, 1, 1, 0))).isEqualTo(73.3);
  }

  @Test
  void accuracyIsTheShareOfEqualLabels() {
    assertThat(Agreement.accuracy(List.of(1, 0, -1), List.of(1, 0, 1))).isEqualTo(66.7);
  }
}
