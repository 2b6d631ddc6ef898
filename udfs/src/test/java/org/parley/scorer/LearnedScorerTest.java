package org.parley.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.scorer.StanceInput.Place;

@Tag("models")
class LearnedScorerTest {
  private static final LearnedScorer SCORER = LearnedScorer.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Norvia praised Ostland for opening its archives.              | 1
          Norvia condemned Ostland for closing its archives.            | -1
          Norvia and Ostland share a border of two hundred miles.       | 0
          Norvia voted against the motion, which Ostland had drafted.   | -1
          Ostland was accused by Norvia of hiding the figures.          | -1
          Norvia's support for Ostland has never been stronger.         | 1
          """)
  void saysHowAHolderStandsToATarget(String sentence, int polarity) {
    var answer = SCORER.answer(input(sentence, "Ostland", "Norvia"));

    assertThat(answer.stance().polarity()).isEqualTo(polarity);
  }

  @Test
  void tellsHolderFromTarget() {
    String sentence = "Norvia condemned Ostland for closing its archives.";

    assertThat(SCORER.answer(input(sentence, "Norvia", "Ostland")).stance().polarity()).isZero();
  }

  @Test
  void doesNotKnowNames() {
    var here = SCORER.answer(input("Norvia condemned Ostland.", "Ostland", "Norvia"));
    var there = SCORER.answer(input("Vell condemned Sarn.", "Sarn", "Vell"));

    assertThat(there).isEqualTo(here);
  }

  private static StanceInput input(String sentence, String target, String holder) {
    return StanceInput.of(sentence, place(sentence, target), place(sentence, holder));
  }

  private static Place place(String sentence, String words) {
    int begin = sentence.indexOf(words);
    return new Place(begin, begin + words.length());
  }
}
