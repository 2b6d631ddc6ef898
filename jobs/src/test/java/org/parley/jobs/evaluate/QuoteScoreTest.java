package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.jobs.evaluate.QuoteMatch.Gold;
import org.parley.jobs.evaluate.QuoteMatch.Pair;
import org.parley.jobs.evaluate.QuoteMatch.Part;
import org.parley.jobs.evaluate.QuoteMatch.Predicted;

class QuoteScoreTest {

  @Test
  void matchesFromHalfOfTheUnion() {
    var golds = List.of(gold(0, 10));

    assertThat(QuoteMatch.match(golds, List.of(new Predicted(5, 10, "", 0.5))))
        .containsExactly(new Pair(0, 0, 0.5));
    assertThat(QuoteMatch.match(golds, List.of(new Predicted(6, 10, "", 0.5)))).isEmpty();
    assertThat(QuoteMatch.match(golds, List.of(new Predicted(5, 15, "", 0.5)))).isEmpty();
  }

  @Test
  void matchesOneToOneTheBestFirst() {
    var golds = List.of(gold(0, 10), gold(0, 12));
    var predictions = List.of(new Predicted(0, 11, "", 0.5), new Predicted(0, 12, "", 0.5));

    assertThat(QuoteMatch.match(golds, predictions))
        .containsExactly(new Pair(1, 1, 1.0), new Pair(0, 0, 10.0 / 11));
  }

  @Test
  void countsOnlyThePartsOfABrokenQuotation() {
    var broken = new Gold(List.of(new Part(0, 10), new Part(20, 30)), "", "");

    assertThat(QuoteMatch.match(List.of(broken), List.of(new Predicted(0, 30, "", 0.5))))
        .containsExactly(new Pair(0, 0, 20.0 / 30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mayor Ana Lopez of Rivertown | Lopez              | true
          Lopez                        | the mayor          | false
          He                           | he                 | true
          He                           | the mayor          | false
          the chief executive          | an executive       | true
          the chief executive          | the chief          | false
          The Mayor                    | the council        | false
          officials in Rivertown       | Rivertown officials| true
          """)
  void comparesSpeakersByNameOrLongestWord(String source, String speaker, boolean same) {
    assertThat(QuoteMatch.sameSpeaker(source, speaker)).isEqualTo(same);
  }

  @Test
  void countsDirectAndIndirectApart() {
    var score = new QuoteScore();
    score.add(
        List.of(
            new Gold(List.of(new Part(0, 10)), "\"Go home,\"", "Lopez"),
            new Gold(List.of(new Part(20, 40)), "that he would \"go\"", "he"),
            new Gold(List.of(new Part(50, 60)), "it is over", ""),
            new Gold(List.of(new Part(70, 80)), "it goes on", "Lopez")),
        List.of(
            new Predicted(0, 10, "Ana Lopez", 0.5),
            new Predicted(20, 40, "she", 0.5),
            new Predicted(50, 60, "she", 0.5),
            new Predicted(90, 99, "Lopez", 0.5)));

    assertThat(score.metrics())
        .containsEntry("precision", 75.0)
        .containsEntry("recall", 75.0)
        .containsEntry("content_f1", 75.0)
        .containsEntry("direct_recall", 100.0)
        .containsEntry("whole_recall", 100.0)
        .containsEntry("direct_speaker_accuracy", 50.0)
        .containsEntry("whole_speaker_accuracy", 100.0)
        .containsEntry("indirect_recall", 50.0)
        .containsEntry("speaker_accuracy", 50.0);
  }

  @Test
  void coversGoldByItsOwnLength() {
    var score = new QuoteScore();
    score.add(
        List.of(gold(0, 10), gold(20, 30)),
        List.of(new Predicted(0, 100, "", 0.5), new Predicted(24, 25, "", 0.5)));

    assertThat(score.metrics())
        .containsEntry("content_f1", 0.0)
        .containsEntry("cover30_f1", 66.7)
        .containsEntry("cover80_f1", 66.7);
  }

  @Test
  void hasNoFiguresWithoutGold() {
    assertThat(new QuoteScore().metrics())
        .containsEntry("content_f1", 0.0)
        .containsEntry("gold", 0);
  }

  private static Gold gold(int begin, int end) {
    return new Gold(List.of(new Part(begin, end)), "x".repeat(end - begin), "");
  }
}
