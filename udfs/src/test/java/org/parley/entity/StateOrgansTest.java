package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/** Whose ministry, whose capital, whose name with a small particle, by the facts that travel. */
@Tag("models")
class StateOrgansTest {
  private static final LocalDate DAY = LocalDate.of(2016, 5, 19);
  private static final DocumentResolver RESOLVER =
      new DocumentResolver(Gazetteer.of(Seeds.bundled()));

  private static List<Mention> mentions(String text) {
    var sections = List.of(new Paragraph(0, text.length(), Section.BODY));
    var annotated = Pipeline.shared().annotate(new SectionedText(text, sections));
    return RESOLVER.resolve(annotated, DAY).mentions();
  }

  private static List<String> resolve(String text) {
    return mentions(text).stream()
        .map(m -> m.text() + " " + m.entityId() + " " + m.rule())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Finland's Culture Ministry waited for a year.|Culture Ministry org:culture_ministry_of_finland ministry-possessive
          The Culture Ministry of Finland waited for a year.|Culture Ministry of Finland org:culture_ministry_of_finland ministry-possessive
          Russia's Foreign Ministry said so. The Foreign Ministry added nothing.|Foreign Ministry org:russian_foreign_ministry ministry-in-text
          Foreign Ministry spokeswoman Maria Zakharova gave no day.|Foreign Ministry org:russian_foreign_ministry ministry-person
          MOSCOW (AP) -- The Defense Ministry said its jets had landed.|Defense Ministry org:russian_defense_ministry ministry-dateline
          Finland summoned the Russian ambassador. The Foreign Ministry gave no reason.|Foreign Ministry org:finnish_foreign_ministry ministry-sentence
          The Turkish president arrived in May. Later the foreign ministry gave no comment.|the foreign ministry org:turkish_foreign_ministry ministry-sentence
          """)
  void findsTheCountryOfAMinistry(String text, String found) {
    assertThat(resolve(text)).contains(found);
  }

  @Test
  void leavesAMinistryOpenBetweenTwoCountries() {
    assertThat(resolve("Finland and Norway met in May. The Foreign Ministry gave no comment."))
        .contains("Foreign Ministry org:foreign_ministry name");
  }

  @Test
  void isLessSureOfAMinistryByTheSentenceThanByThePossessive() {
    var bySentence = mentions("Turkey voted in May. The Interior Ministry gave no comment.");
    assertThat(bySentence)
        .filteredOn(mention -> mention.rule().equals("ministry-sentence"))
        .extracting(Mention::confidence)
        .containsExactly(0.55);
  }

  @Test
  void keepsAMinistryOfNoCountryToItsStory() {
    var ministry =
        new Entity("org:foreign_ministry", "Foreign Ministry", EntityType.ORGANIZATION, null);
    var mention =
        new Mention(0, 0, 16, "Foreign Ministry", Mention.Kind.NAME, ministry.id(), "name", 0.8);
    var resolution = new Resolution(List.of(mention), Map.of(ministry.id(), ministry));
    var apart = new ShortNames(GazetteerTest.GAZETTEER).apart(resolution, "3f9ac2d1e0aa");
    assertThat(apart.mentions().get(0).entityId()).isEqualTo("org:foreign_ministry_3f9ac2d1");
  }

  @ParameterizedTest
  @CsvSource({
    "Brussels rejected the Italian budget., org:european_union",
    "Belgium has a new law. Belgium is divided. Brussels rejected the Italian budget., gpe:belgium",
    "NATO met in May. NATO agreed. Brussels rejected the Russian proposal., org:nato"
  })
  void readsBrusselsAsWhomTheTextNamesMost(String text, String id) {
    assertThat(resolve(text)).contains("Brussels " + id + " metonym");
  }

  @ParameterizedTest
  @CsvSource({
    "Fighters of al-Qaida attacked the base., al-Qaida org:al_qaeda known-name",
    "Fighters of al-Shabab attacked the base., al-Shabab org:al_shabab known-name",
    "The raid that killed bin Laden took an hour., bin Laden per:osama_bin_laden known-surname",
    "The aides of von der Leyen agreed., von der Leyen per:ursula_von_der_leyen known-surname",
    "The talks with el-Sissi took an hour., el-Sissi per:abdel_fattah_al_sisi known-surname",
    "El-Sissi spoke for an hour., El-Sissi per:abdel_fattah_al_sisi known-surname"
  })
  void readsNamesWithSmallParticles(String text, String found) {
    assertThat(resolve(text)).contains(found);
  }

  @Test
  void holdsNoTwoKnownEntitiesInOneChain() {
    var chains =
        resolve(
            "Hillary Clinton spoke first. Bill Clinton, the former president, came later. Clinton"
                + " smiled. Jeb Bush and George W. Bush stayed away. Bush called Clinton.");
    assertThat(chains)
        .contains(
            "Hillary Clinton per:hillary_clinton known-name",
            "Bill Clinton per:bill_clinton known-name",
            "Jeb Bush per:jeb_bush known-name",
            "George W. Bush per:george_w_bush known-name");
  }
}
