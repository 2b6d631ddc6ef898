package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

@Tag("models")
class TurnSpeakersTest {
  private static final QuoteExtractor EXTRACTOR = QuoteExtractor.of(Seeds.bundled());
  private static final DocumentResolver RESOLVER =
      new DocumentResolver(Gazetteer.of(Seeds.bundled()));

  @Test
  void areKnownByTheirShortNamesInCapitals() {
    assertThat(
            speakers(
                "Governor Marta Oduya spoke to Jake Lund on Sunday.",
                "JAKE LUND: Why do you want a new harbour?",
                "ODUYA: I think the old one is too small.",
                "LUND: Who pays for it?"))
        .containsExactly("per:jake_lund", "per:marta_oduya", "per:jake_lund");
  }

  @Test
  void answerWhereTheIntroductionNamesThem() {
    assertThat(
            speakers(
                "Senator Peter Silva sat down with us this week.",
                "Q: Why did you vote no?",
                "A: I think that it costs too much."))
        .containsExactly(null, "per:peter_silva");
  }

  @Test
  void stayUnknownWithoutAnIntroduction() {
    assertThat(speakers("Q: Why did you vote no?", "A: I think that it costs too much."))
        .containsExactly(null, null);
  }

  private static Iterable<String> speakers(String... paragraphs) {
    var text = Pipeline.shared().annotate(TextCleaner.unchanged(String.join("\n", paragraphs)));
    return EXTRACTOR.extract(text, RESOLVER.resolve(text, null)).stream()
        .filter(quotation -> quotation.rule().equals("turn"))
        .map(Quotation::speakerId)
        .toList();
  }
}
