package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.text.Paragraph;
import org.parley.text.Section;

class QuotationMarksTest {
  /**
   * The spans of a text whose paragraphs are its lines, each as its characters; open ones end in a
   * tilde.
   */
  private static List<String> quotes(String text) {
    var paragraphs = new ArrayList<Paragraph>();
    int begin = 0;
    for (String line : text.split("\n", -1)) {
      paragraphs.add(new Paragraph(begin, begin + line.length(), Section.BODY));
      begin += line.length() + 1;
    }
    return QuotationMarks.spans(text, paragraphs).stream()
        .map(span -> text.substring(span.begin(), span.end()) + (span.closed() ? "" : "~"))
        .toList();
  }

  @Test
  void straightMarksArePaired() {
    assertThat(quotes("\"We agree,\" she said. \"But not on this.\""))
        .containsExactly("\"We agree,\"", "\"But not on this.\"");
  }

  @Test
  void curlyMarksArePaired() {
    assertThat(quotes("“We agree,” she said. “But not on this.”"))
        .containsExactly("“We agree,”", "“But not on this.”");
  }

  @Test
  void guillemetsArePaired() {
    assertThat(quotes("The minister called it « a mistake » again."))
        .containsExactly("« a mistake »");
  }

  @Test
  void lowOpeningMarksArePairedWithTheirClosingForms() {
    assertThat(quotes("He wrote „nie wieder“ and „never again” on the wall."))
        .containsExactly("„nie wieder“", "„never again”");
  }

  @Test
  void doubledSingleMarksCountAsDouble() {
    assertThat(quotes("`` It is over , '' he said .")).containsExactly("`` It is over , ''");
  }

  @Test
  void marksOfDifferentFormsArePaired() {
    assertThat(quotes("“We agree,\" she said, and \"so do they,” he said."))
        .containsExactly("“We agree,\"", "\"so do they,”");
  }

  @Test
  void singleMarksInsideDoubleOnesMakeASpanOfTheirOwn() {
    assertThat(quotes("“He told us ‘no deal’ twice,” she said."))
        .containsExactly("“He told us ‘no deal’ twice,”", "‘no deal’");
  }

  @Test
  void singleMarksArePairedOutsideDoubleOnes() {
    assertThat(quotes("Talks were 'very close', the mayor said.")).containsExactly("'very close'");
  }

  @Test
  void apostrophesAreNoMarks() {
    assertThat(
            quotes(
                "The workers' union didn't accept the bosses' plan; it's the '90s again, rock 'n' roll."))
        .isEmpty();
  }

  @Test
  void aPossessiveInsideSingleMarksDoesNotCloseThem() {
    assertThat(quotes("It was ‘the workers’ victory’, he said."))
        .containsExactly("‘the workers’ victory’");
  }

  @Test
  void anOpenMarkReachesToTheEndOfItsParagraph() {
    assertThat(quotes("He said: “We will see. \nNobody answered."))
        .containsExactly("“We will see.~");
  }

  @Test
  void aMarkRepeatedAtEachParagraphMakesASpanInEach() {
    assertThat(quotes("\"First of all, no.\n\"Second, never,\" she said."))
        .containsExactly("\"First of all, no.~", "\"Second, never,\"");
  }

  @Test
  void aMissingClosingMarkDoesNotTurnTheRestInsideOut() {
    assertThat(quotes("\"We will stay, he said. \"They will go,\" she said. \"All of them.\""))
        .containsExactly("\"We will stay, he said.~", "\"They will go,\"", "\"All of them.\"");
  }

  @Test
  void aClosingMarkWithoutAnOpeningOneIsLeftOut() {
    assertThat(quotes("and that was all,\" she said. \"Really.\"")).containsExactly("\"Really.\"");
  }

  @Test
  void inchesAreNoMarks() {
    assertThat(quotes("The 6'2\" guard said \"no\" to a 27\" screen.")).containsExactly("\"no\"");
  }

  @Test
  void marksWithSpacesAroundThemTakeTurns() {
    assertThat(quotes("\" We agree , \" she said . \" Not now . \""))
        .containsExactly("\" We agree , \"", "\" Not now . \"");
  }

  @Test
  void marksBesideDashesAndBracketsArePaired() {
    assertThat(quotes("He said—\"never\"—and left (\"at once\")."))
        .containsExactly("\"never\"", "\"at once\"");
  }

  @Test
  void aLoneMarkAtTheEndIsNoQuotation() {
    assertThat(quotes("That is all \"")).isEmpty();
  }

  @Test
  void aQuotationRunsOverParagraphsToTheMarkThatClosesIt() {
    assertThat(quotes("“We agree.\nThat is all,” she said.\nShe left."))
        .containsExactly("“We agree.\nThat is all,”");
    assertThat(quotes("\"We agree.\nThat is all,\" she said. \"Good night.\""))
        .containsExactly("\"We agree.\nThat is all,\"", "\"Good night.\"");
  }

  @Test
  void aQuotationDoesNotRunOverAMarkThatOpensAnother() {
    assertThat(quotes("\"We agree.\nShe said \"that is all.\""))
        .containsExactly("\"We agree.~", "\"that is all.\"");
  }
}
