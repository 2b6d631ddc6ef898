package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  /** Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662, 0 of 20 gives 0 to 0.1611. */
  @Test
  void boundsAsPublished() {
    var common = Wilson.interval(81 / 263.0, 263);
    assertThat(common.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(common.high()).isCloseTo(0.3662, within(5e-5));
    var none = Wilson.interval(0, 20);
    assertThat(none.low()).isCloseTo(0, within(1e-12));
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void nothingSeenSaysNothing() {
    assertThat(Wilson.interval(0, 0)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> Wilson.interval(1.5, 3)).hasMessage("no share is 1.5 of 3.0");
  }
}
