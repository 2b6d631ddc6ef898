package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class SharedNamesTest {
  private final DocumentResolver resolver = new DocumentResolver(Gazetteer.of(Seeds.bundled()));

  private Set<String> meant(String words, String name) {
    var paragraphs = List.of(new Paragraph(0, words.length(), Section.BODY));
    var text = Pipeline.shared().annotate(new SectionedText(words, paragraphs));
    return resolver.resolve(text, LocalDate.of(2025, 8, 19)).mentions().stream()
        .filter(mention -> mention.text().equals(name))
        .map(Mention::entityId)
        .collect(Collectors.toSet());
  }

  @Test
  void areTheStatesAmongOtherStates() {
    assertThat(meant("The storm passed over Florida, Alabama and Georgia on Monday.", "Georgia"))
        .containsExactly("loc:georgia_us_state");
  }

  @Test
  void areTheCountriesWhereNothingElseIsSaid() {
    assertThat(meant("The storm passed over Armenia and Georgia on Monday.", "Georgia"))
        .containsExactly("gpe:georgia");
  }

  @Test
  void areTheCountriesWhoseCapitalStandsBeside() {
    assertThat(
            meant(
                "A plane from Florida and Alabama landed in Tbilisi. Georgia had sent for it.",
                "Georgia"))
        .containsExactly("gpe:georgia");
  }
}
