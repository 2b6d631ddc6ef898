package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.nlp.Pipeline;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/** Minimal pairs: who holds a stance where nobody is named for it. */
@Tag("models")
class ReferredHoldersTest {
  private static final Seeds SEEDS = Seeds.bundled();
  private static final DocumentResolver RESOLVER = new DocumentResolver(Gazetteer.of(SEEDS));
  private static final QuoteExtractor QUOTES = QuoteExtractor.of(SEEDS);
  private static final StanceExtractor STANCES = StanceExtractor.of(SEEDS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Business groups rejected the tariffs.                               | grp:business_groups
          Dozens of lawmakers rejected the tariffs.                           | grp:lawmakers
          The tariffs were rejected by miners and dairy farmers.              | grp:miners grp:dairy_farmers
          Turkish leaders rejected the tariffs.                               | gpe:turkey
          Turkish officials rejected the tariffs.                             | grp:officials_of_turkey
          A group of former senior Turkish officials rejected the tariffs.    | grp:former_officials_of_turkey
          Turkish farmers rejected the tariffs.                               | grp:farmers_of_turkey
          Most Turks rejected the tariffs.                                    | grp:people_of_turkey
          Turkish officials and allies rejected the tariffs.                  | grp:officials_of_turkey grp:allies_of_turkey
          Turkish officials and their allies rejected the tariffs.            | grp:officials_of_turkey
          Business groups held talks with Norway. They rejected the tariffs.  | grp:business_groups
          Finland and Norway held talks in May. But they rejected the tariffs.| gpe:finland gpe:norway
          Finland held talks with Norway in May. But they rejected the tariffs.|
          Harold Venning met his guests in May, and they rejected the tariffs.|
          """)
  void findsWhoRejects(String text, String holders) {
    assertThat(holders(text))
        .containsExactlyInAnyOrder(holders == null ? new String[0] : holders.split(" ", -1));
  }

  private static List<String> holders(String words) {
    var body = List.of(new Paragraph(0, words.length(), Section.BODY));
    var text = Pipeline.shared().annotate(new SectionedText(words, body));
    var resolution = RESOLVER.resolve(text, null);
    return STANCES.extract(text, resolution, QUOTES.extract(text, resolution)).stream()
        .filter(row -> row.polarity() < 0)
        .map(StanceEvidence::holderId)
        .distinct()
        .toList();
  }
}
