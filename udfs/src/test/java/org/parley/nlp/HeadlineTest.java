package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class HeadlineTest {
  @ParameterizedTest
  @CsvSource({
    "Germany Attacks Poland on Trade as France Seeks Its Help, Attacks/VBZ",
    "North Korea sentences Dutch student to three years, sentences/VBZ",
    "Germany Lashes Out at Poland Over Ferry Tolls, Lashes/VBZ",
    "Germany sanctions fail to move Russia, sanctions/NNS",
    "Germany talks on the ferry collapse, talks/NNS"
  })
  void aPluralBehindANameIsTheVerbIfAPhraseFollows(String headline, String tagged) {
    assertThat(tags(headline, "The ferry sails.")).contains(tagged);
  }

  @Test
  void aNameKeepsItsCapitalAndItsLabel() {
    var tokens =
        first(
            "Turkey Rejects Plan to Close Port",
            "The plan would close a port, said Turkey's mayor.");
    assertThat(tokens.get(0).ner()).isEqualTo("LOCATION");
    assertThat(tokens.stream().map(Token::word))
        .containsExactly("Turkey", "Rejects", "Plan", "to", "Close", "Port");
    assertThat(tokens.stream().map(Token::pos))
        .containsExactly("NNP", "VBZ", "NN", "TO", "VB", "NN");
  }

  @Test
  void aWordThatTheTextWritesWithACapitalIsAName() {
    assertThat(
            tags("May Rejects Plan to Close Port", "The plan of Theresa May would close a port."))
        .contains("May/NNP");
  }

  @Test
  void aSentenceOfTheBodyIsReadAsItStands() {
    var headline = tags("Germany Attacks Poland on Trade", "It was so.");
    var body =
        new SectionedText(
            "Germany Attacks Poland on Trade", List.of(paragraph(0, 31, Section.BODY)));
    assertThat(headline).contains("Attacks/VBZ");
    assertThat(tags(Pipeline.shared().annotate(body).sentences().get(0).tokens()))
        .doesNotContain("Attacks/VBZ");
  }

  private static List<String> tags(String headline, String body) {
    return tags(first(headline, body));
  }

  private static List<String> tags(List<Token> tokens) {
    return tokens.stream()
        .map(token -> token.word() + "/" + token.pos())
        .collect(Collectors.toList());
  }

  private static List<Token> first(String headline, String body) {
    int end = headline.length();
    var text =
        new SectionedText(
            headline + "\n\n" + body,
            List.of(
                paragraph(0, end, Section.HEADLINE),
                paragraph(end + 2, end + 2 + body.length(), Section.BODY)));
    return Pipeline.shared().annotate(text).sentences().get(0).tokens();
  }

  private static Paragraph paragraph(int begin, int end, Section section) {
    return new Paragraph(begin, end, section);
  }
}
