package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  @Test
  void statedConfidenceIsComparedWithWhatWasRightBinByBin() {
    var reliability = new Reliability();
    reliability.add(0.75, true);
    reliability.add(0.75, false);
    reliability.add(1, true);

    assertThat(reliability.table())
        .containsExactly(
            Map.of("n", 2, "stated", 75.0, "right", 50.0),
            Map.of("n", 1, "stated", 100.0, "right", 100.0));
    // Two of three predictions are 0.25 off.
    assertThat(reliability.calibrationError()).isEqualTo(0.167);
    assertThat(reliability.brier()).isEqualTo(0.208);
  }

  @Test
  void withoutPredictionsNothingIsOff() {
    assertThat(new Reliability().calibrationError()).isZero();
    assertThat(new Reliability().table()).isEmpty();
  }
}
