package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.jobs.evaluate.SpanScore.Span;

class NerTaskTest {
  @Test
  void readsFacilitiesAsLocationsAndLeavesOtherClassesOut() {
    var tags =
        List.of("B-Facility", "I-Facility", "O", "B-NORP", "B-Person", "B-Person", "I-Person");
    assertThat(NerTask.spans(tags))
        .containsExactlyInAnyOrder(
            new Span("LOC", 0, 2), new Span("PERSON", 4, 5), new Span("PERSON", 5, 7));
  }

  @Test
  void countsASpanOnlyWithItsExactBounds() {
    var score = new SpanScore();
    score.add(
        Set.of(new Span("ORG", 0, 2), new Span("LOC", 4, 5)),
        Set.of(new Span("ORG", 0, 3), new Span("LOC", 4, 5)));
    assertThat(score.f1("ORG")).isEqualTo(0.0);
    assertThat(score.f1("LOC")).isEqualTo(100.0);
    assertThat(score.microF1()).isEqualTo(50.0);
  }

  @Test
  void joinsWhatTheModelKnowsAsOneToken() {
    var given =
        GivenTokens.of(
            List.of("The", "U", ".", "S", ".", "and", "Mr", ".", "Ode", "\u2019", "s", "dog", "."));
    assertThat(given.words())
        .containsExactly("The", "U.S.", "and", "Mr.", "Ode", "\u2019s", "dog", ".");
    assertThat(given.first()).containsExactly(0, 1, 5, 6, 8, 9, 11, 12, 13);
  }
}
