package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.parley.seed.Seeds;
import org.parley.stance.StanceEvidence;
import org.parley.text.TextCleaner;

/**
 * From the text to the stance's holder and target, through all stages: who "I" and "we" are, and
 * what nations do.
 */
@Tag("models")
class TextToStanceTest {
  private static final ArticleAnalyzer ANALYZER = ArticleAnalyzer.of(Seeds.bundled());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = {"first-person.csv", "nations.csv"},
      delimiter = ';',
      quoteCharacter = '#',
      numLinesToSkip = 1)
  void saysWhoStandsWhere(String phenomenon, String text, String stances) {
    var analysis = ANALYZER.analyze(TextCleaner.unchanged(text.replace('¶', '\n')), null);

    assertThat(
            analysis.evidence().stream()
                .map(row -> stance(analysis, row))
                .collect(Collectors.joining(", ")))
        .isEqualTo(stances == null ? "" : stances);
  }

  private static String stance(Analysis analysis, StanceEvidence row) {
    return name(analysis, row.holderId())
        + (row.polarity() > 0 ? " + " : " - ")
        + name(analysis, row.targetId());
  }

  private static String name(Analysis analysis, String id) {
    var entity = analysis.resolution().entities().get(id);
    return entity == null ? id : entity.name();
  }
}
