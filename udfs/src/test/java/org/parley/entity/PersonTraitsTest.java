package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class PersonTraitsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
  private static final Gazetteer GAZETTEER = Gazetteer.of(Seeds.bundled());
  private static final String ID = "per:harold_venning";

  private final DocumentResolver resolver = new DocumentResolver(GAZETTEER);

  private Map<String, Namesakes.Trait> traits(String words) {
    var paragraphs = List.of(new Paragraph(0, words.length(), Section.BODY));
    var text = Pipeline.shared().annotate(new SectionedText(words, paragraphs));
    return new PersonTraits(GAZETTEER).of(text, resolver.resolve(text, DAY), DAY);
  }

  @Test
  void readTheNationalityBeforeATitle() {
    assertThat(traits("The Finnish painter Harold Venning sold his house in May."))
        .isEqualTo(Map.of(ID, new Namesakes.Trait("gpe:finland", null, null)));
  }

  @Test
  void readTheYearOfBirthFromAnAge() {
    assertThat(traits("A court fined Harold Venning, 34, for the noise of his engine."))
        .isEqualTo(Map.of(ID, new Namesakes.Trait(null, 1991, null)));
  }

  @Test
  void leaveOutWhomACountrySends() {
    assertThat(traits("The Finnish envoy Harold Venning sold his house in May.")).isEmpty();
  }

  @Test
  void leaveOutWhoeverATextContradictsItselfAbout() {
    assertThat(
            traits(
                "The Finnish painter Harold Venning sold his house."
                    + " Then the French painter Harold Venning bought it."))
        .isEmpty();
  }

  @Test
  void readTheCallingBeforeTheName() {
    assertThat(traits("A court fined striker Harold Venning for the noise of his engine."))
        .isEqualTo(Map.of(ID, new Namesakes.Trait(null, null, "sport")));
  }

  @Test
  void leaveOutHalvesOfNationalities() {
    assertThat(traits("They met the North American painter Harold Venning in May.")).isEmpty();
  }

  @Test
  void readWhatAnAppositionTells() {
    assertThat(traits("Harold Venning, a 34-year-old Finnish goalkeeper, sold his house in May."))
        .isEqualTo(Map.of(ID, new Namesakes.Trait("gpe:finland", 1991, "sport")));
  }

  @Test
  void leaveOutWhatAnAppositionTellsOfOthers() {
    assertThat(traits("Harold Venning, a critic of the Finnish bishop, sold his house in May."))
        .isEmpty();
  }
}
