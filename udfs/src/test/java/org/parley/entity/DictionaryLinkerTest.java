package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.entity.Mention.Kind;

class DictionaryLinkerTest {
  private final DictionaryLinker linker = new DictionaryLinker(GazetteerTest.GAZETTEER);

  private static Entity entity(String id, String name, EntityType type) {
    return new Entity(id, name, type, null);
  }

  private String linked(Entity entity, String text, DictionaryEntry... found) {
    var links = linker.links(List.of(entity), text, List.of(found));
    return links.isEmpty() ? "nothing" : links.get(entity.id()).id();
  }

  private String person(String name, DictionaryEntry entry) {
    return linked(entity("per:x", name, EntityType.PERSON), "", entry);
  }

  private String organization(String name, String text, DictionaryEntry entry) {
    return linked(entity("org:x", name, EntityType.ORGANIZATION), text, entry);
  }

  @Test
  void linksAFormThatNearlyAlwaysLeadsToItsPage() {
    assertThat(person("H. Venning", new DictionaryEntry("H. Venning", "Harold Venning", 0.97, 9)))
        .isEqualTo("per:harold_venning");
  }

  @Test
  void linksNobodyWithAPageThatIsHardlyKnown() {
    assertThat(
            person("Harold Venning", new DictionaryEntry("Harold Venning", "Harold Venning", 1, 1)))
        .isEqualTo("nothing");
  }

  @Test
  void linksNoLastNameAlone() {
    assertThat(person("Venning", new DictionaryEntry("Venning", "Harold Venning", 1, 9)))
        .isEqualTo("nothing");
  }

  @Test
  void linksNoFormThatOftenLeadsElsewhere() {
    assertThat(
            person(
                "Harry Venning", new DictionaryEntry("Harry Venning", "Harold J. Venning", 0.8, 9)))
        .isEqualTo("nothing");
  }

  @Test
  void linksNothingWithAWorkOfThatName() {
    assertThat(
            organization(
                "Grey Harbour",
                "",
                new DictionaryEntry("Grey Harbour", "Grey Harbour (film)", 1, 9)))
        .isEqualTo("nothing");
  }

  @Test
  void linksANamesakeWhereTheTextNamesWhatTellsItApart() {
    var entry = new DictionaryEntry("Seaside", "Seaside, Oregon", 0.75, 9);
    assertThat(organization("Seaside", "A town in Oregon.", entry)).isEqualTo("org:seaside_oregon");
    assertThat(organization("Seaside", "A town in Kent.", entry)).isEqualTo("nothing");
  }

  @Test
  void linksAnAcronymWithItsWordsAndAWordWithNothingElse() {
    assertThat(
            organization("NHA", "", new DictionaryEntry("NHA", "National Harbour Authority", 1, 9)))
        .isEqualTo("org:national_harbour_authority");
    assertThat(organization("Oulu", "", new DictionaryEntry("Oulu", "Battle of Oulu", 1, 9)))
        .isEqualTo("nothing");
  }

  @Test
  void linksATitleThatASeedKnowsWithThatSeed() {
    assertThat(
            organization("Nato alliance", "", new DictionaryEntry("NATO Alliance", "NATO", 1, 9)))
        .isEqualTo("nothing");
    assertThat(organization("N.A.T.O", "", new DictionaryEntry("N.A.T.O", "NATO", 1, 9)))
        .isEqualTo("org:nato");
  }

  @Test
  void givesTheRuleToNamesAlone() {
    var person = entity("per:h_venning", "H. Venning", EntityType.PERSON);
    var mentions =
        List.of(
            new Mention(0, 0, 10, "H. Venning", Kind.NAME, person.id(), "full-name", 0.95),
            new Mention(0, 20, 22, "he", Kind.PRONOUN, person.id(), "pronoun-subject", 0.75));
    var links =
        linker.links(
            List.of(person),
            "",
            List.of(new DictionaryEntry("H. Venning", "Harold Venning", 0.97, 9)));
    var resolution =
        DictionaryLinker.apply(
            new Resolution(mentions, java.util.Map.of(person.id(), person)), links);
    assertThat(resolution.mentions())
        .extracting(m -> m.text() + " " + m.entityId() + " " + m.rule())
        .containsExactly(
            "H. Venning per:harold_venning dictionary", "he per:harold_venning pronoun-subject");
    assertThat(resolution.entities()).containsOnlyKeys("per:harold_venning");
  }

  @Test
  void readsWrittenNamesAlone() {
    assertThat(DictionaryEntry.ofLine("H. Venning\tHarold_Venning_(actor)\t0.97"))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.plainTitle()).isEqualTo("Harold Venning");
              assertThat(entry.description()).isEqualTo("actor");
            });
    assertThat(DictionaryEntry.ofLine("http://en.wikipedia.org/wiki/Oulu\tOulu\t1.0")).isEmpty();
    assertThat(DictionaryEntry.ofLine("Oulu - Wikipedia, the free encyclopedia\tOulu\t1.0"))
        .isEmpty();
    assertThat(DictionaryEntry.ofLine("Oulu\tOulu_(disambiguation)\t1.0")).isEmpty();
  }
}
