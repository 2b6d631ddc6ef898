package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkRunsTest {
  @Test
  void aTextWithoutLongRunsIsOnePiece() {
    String text =
        "\"No,\" he said --- \"never!\" * * *\n".repeat(100) + "-".repeat(MarkRuns.LONGEST);

    assertThat(pieces(text)).containsExactly(text);
  }

  @Test
  void aLongRunIsCut() {
    String run = "\"'".repeat(MarkRuns.LONGEST);

    assertThat(pieces("He said " + run + " then."))
        .containsExactly(
            "He said " + run.substring(0, MarkRuns.LONGEST),
            run.substring(MarkRuns.LONGEST) + " then.");
  }

  @Test
  void aPairOfSurrogatesIsNotCut() {
    String run = "!" + "\ud83d\ude00".repeat(MarkRuns.LONGEST);

    assertThat(pieces(run))
        .allMatch(piece -> !Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
        .allMatch(piece -> piece.length() <= MarkRuns.LONGEST + 1);
    assertThat(String.join("", pieces(run))).isEqualTo(run);
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      int to = MarkRuns.end(text, from, text.length());
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
