package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.seed.Seeds;

class ConfidenceTest {
  @Test
  void aQuotationInMarksBeforeItsCueIsSurerThanOneWithoutASpeaker() {
    var confidence = Confidence.of(Seeds.bundled());

    assertThat(confidence.of(Rule.QUOTE_CUE, "the bridge is closed again"))
        .isGreaterThan(confidence.of(Rule.FREE, "the bridge is closed again"));
  }

  @Test
  void fewWordsAreLessSureThanMany() {
    var confidence = Confidence.of(Seeds.bundled());

    assertThat(confidence.of(Rule.OBJECT, "the new bridge there"))
        .isLessThan(confidence.of(Rule.OBJECT, "the new bridge over there"));
  }

  @Test
  void aRuleThatWasNeverSeenIsNeitherSureNorImpossible() {
    var confidence = Confidence.of(Seeds.bundled());

    for (var rule : Rule.values()) {
      assertThat(confidence.of(rule, "no")).isGreaterThan(0).isLessThan(1);
    }
  }

  @Test
  void aRuleWithoutCountsIsNamed(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lexicon"));
    Files.writeString(
        folder.resolve("lexicon/quote-confidence.csv"),
        "rule,content,found,right\nquote-cue,short,3,2\n");

    assertThatThrownBy(() -> Confidence.of(Seeds.at(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seeds file lexicon/quote-confidence.csv: no row for quote-cue long");
  }
}
