package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/** Where sources without a name belong, as far as the words that name them say. */
@Tag("models")
class AffiliationTest {
  private static final QuoteExtractor EXTRACTOR = QuoteExtractor.of(Seeds.bundled());
  private static final DocumentResolver RESOLVER =
      new DocumentResolver(Gazetteer.of(Seeds.bundled()));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "A senior U.S. official said that the talks had failed.; gpe:united_states; -; official",
        "A French diplomat said that the talks had failed.; gpe:france; -; diplomat",
        "Three Turkish officers said that the talks had failed.; gpe:turkey; -; officer",
        "A Pentagon official said that the talks had failed.; -; org:pentagon; official",
        "A NATO official said that the talks had failed.; -; org:nato; official",
        "Officials said that the talks had failed.; -; -; official",
        "People familiar with the matter said that the talks had failed.; -; -; -",
        "A source said that the talks had failed.; -; -; -"
      })
  void isReadOffTheWordsForTheSource(String text, String nation, String organization, String role) {
    var annotated = Pipeline.shared().annotate(TextCleaner.unchanged(text));
    var resolution = RESOLVER.resolve(annotated, null);

    assertThat(EXTRACTOR.extract(annotated, resolution))
        .extracting(Quotation::affiliation)
        .containsExactly(new Affiliation(nation, organization, role));
  }
}
