package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShingleMatchTest {

  @Test
  void countsRunsOfFourWords() {
    assertThat(ShingleMatch.of("a b c d e f", "a b c d x")).isEqualTo(new ShingleMatch(1, 1, 2));
  }

  @Test
  void countsRepeatedRunsAsOftenAsTheyOccur() {
    assertThat(ShingleMatch.of("a a a a a", "a a a a a a a")).isEqualTo(new ShingleMatch(2, 2, 0));
  }

  @Test
  void takesAShortTextAsOneRun() {
    var match = ShingleMatch.of("a b", "a b");
    assertThat(match.precision()).isEqualTo(1);
    assertThat(match.recall()).isEqualTo(1);
  }

  @Test
  void ignoresPunctuationButNotCase() {
    assertThat(ShingleMatch.of("It's a dog-day, x_1 ½", "It s a dog day x_1 ½").surplus()).isZero();
    assertThat(ShingleMatch.of("A b c d", "a b c d").shared()).isZero();
  }

  @Test
  void hasNoPrecisionWithoutAText() {
    var match = ShingleMatch.of("a b c d", "");
    assertThat(match.hasExtracted()).isFalse();
    assertThat(match.recall()).isZero();
  }
}
