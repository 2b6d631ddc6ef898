package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.entity.Mention.Kind;
import org.parley.seed.Seeds;

class OverridesTest {
  private static final Seeds SEEDS = GazetteerTest.GAZETTEER.seeds();

  private static Seeds with(String file, String... rows) {
    return SEEDS.with(file, String.join("\n", rows));
  }

  private static List<String> applied(Seeds seeds) {
    var mentions =
        List.of(
            mention("Harold Venning", Kind.NAME, "per:harold_venning", "full-name"),
            mention("Venning", Kind.NAME, "per:harold_venning", "surname"),
            mention("he", Kind.PRONOUN, "per:harold_venning", "pronoun-subject"),
            mention("Finland", Kind.NAME, "gpe:finland", "known-name"));
    var entities =
        Map.of(
            "per:harold_venning",
            new Entity("per:harold_venning", "Harold Venning", EntityType.PERSON, null),
            "gpe:finland",
            new Entity("gpe:finland", "Finland", EntityType.COUNTRY, "Q33"));
    var overrides = new Overrides(seeds, Gazetteer.of(seeds));
    var resolution = overrides.apply(new Resolution(mentions, entities));
    var found = new ArrayList<String>();
    for (var m : resolution.mentions()) {
      var name = resolution.entities().get(m.entityId()).name();
      found.add(m.text() + " " + m.entityId() + " " + m.rule() + " " + name);
    }
    return found;
  }

  private static Mention mention(String text, Kind kind, String id, String rule) {
    return new Mention(0, 0, text.length(), text, kind, id, rule, 0.9);
  }

  @Test
  void makesTwoEntitiesOneThroughAChain() {
    assertThat(
            applied(
                with(
                    Seeds.SAME,
                    "entity_id,same_as",
                    "per:harold_venning,per:harry_venning",
                    "per:harry_venning,per:h_venning")))
        .contains(
            "Harold Venning per:h_venning full-name+same Harold Venning",
            "he per:h_venning pronoun-subject+same Harold Venning");
  }

  @Test
  void takesAnAliasAndWhatFollowsItFromAnEntity() {
    assertThat(
            applied(
                with(
                    Seeds.DIFFERENT,
                    "alias,entity_id,is",
                    "Harold Venning,per:harold_venning,per:harold_venning_of_oulu")))
        .contains(
            "Harold Venning per:harold_venning_of_oulu full-name+different Harold Venning",
            "Venning per:harold_venning_of_oulu surname+different Harold Venning",
            "Finland gpe:finland known-name Finland");
  }

  @Test
  void renamesAndDrops() {
    var seeds =
        with(Seeds.RENAME, "entity_id,name", "gpe:finland,Suomi")
            .with(Seeds.DROP, "alias,entity_id\nVenning,\n,per:nobody");
    assertThat(applied(seeds))
        .contains("Finland gpe:finland known-name+rename Suomi")
        .noneMatch(mention -> mention.startsWith("Venning "));
  }

  @Test
  void addsAnEntityWithAnOfficeThatBeatsTheSeeds() {
    var seeds =
        with(
            Seeds.ADD,
            "id,name,wikidata_id,country,aliases,office,holder_of,title_words,from,to",
            "per:aino_rautala,Aino Rautala,,gpe:finland,A. Rautala,envoy,gpe:finland,special envoy,2024-01-01,");
    var gazetteer = Gazetteer.of(seeds);
    assertThat(gazetteer.named("A. Rautala").orElseThrow().id()).isEqualTo("per:aino_rautala");
    assertThat(gazetteer.holders("gpe:finland", "special envoy", LocalDate.of(2025, 1, 1)))
        .containsExactly("per:aino_rautala");
  }

  @Test
  void changeNothingWhenTheyAreAppliedAgain() {
    var seeds =
        with(Seeds.SAME, "entity_id,same_as", "per:harold_venning,per:h_venning")
            .with(Seeds.RENAME, "entity_id,name\nper:h_venning,H. Venning");
    var overrides = new Overrides(seeds, Gazetteer.of(seeds));
    var person = new Entity("per:harold_venning", "Harold Venning", EntityType.PERSON, null);
    var once =
        overrides.apply(
            new Resolution(
                List.of(mention("Harold Venning", Kind.NAME, person.id(), "full-name")),
                Map.of(person.id(), person)));
    assertThat(once.mentions().get(0).rule()).isEqualTo("full-name+same+rename");
    assertThat(overrides.apply(once)).isEqualTo(once);
  }

  @Test
  void refusesContradictions() {
    assertThatThrownBy(
            () -> applied(with(Seeds.SAME, "entity_id,same_as", "per:a,per:b", "per:b,per:a")))
        .hasMessage(
            "overrides/same.csv, record 1: per:a is the same as itself through other rows: remove"
                + " one of them");
    assertThatThrownBy(
            () ->
                applied(
                    with(Seeds.SAME, "entity_id,same_as", "per:a,per:b")
                        .with(Seeds.DIFFERENT, "alias,entity_id,is\nA,per:a,per:b")))
        .hasMessage(
            "overrides/different.csv, record 1: per:b is per:a by overrides/same.csv: remove one of"
                + " the two");
    assertThatThrownBy(
            () ->
                applied(
                    with(Seeds.RENAME, "entity_id,name", "gpe:finland,Suomi", "gpe:finland,Fin")))
        .hasMessage(
            "overrides/rename.csv, record 2: gpe:finland is Suomi in an earlier row and Fin here");
    assertThatThrownBy(
            () ->
                applied(
                    with(Seeds.RENAME, "entity_id,name", "gpe:finland,Suomi")
                        .with(Seeds.DROP, "alias,entity_id\n,gpe:finland")))
        .hasMessage(
            "overrides/drop.csv, record 1: gpe:finland is dropped here and used in"
                + " overrides/rename.csv");
    assertThatThrownBy(
            () ->
                Gazetteer.of(
                    with(
                        Seeds.ADD,
                        "id,name,wikidata_id,country,aliases,office,holder_of,title_words,from,to",
                        "gpe:finland,Finland,,,,,,,,")))
        .hasMessage("overrides/add.csv, record 1: id gpe:finland is there twice");
  }

  @Test
  void refusesARowThatIsNotWellFormed() {
    assertThatThrownBy(() -> applied(with(Seeds.SAME, "entity_id,same_as", "Putin,per:b")))
        .hasMessage(
            "overrides/same.csv, record 1: entity_id is not an entity id like per:donald_trump or"
                + " org:nato: Putin");
    assertThatThrownBy(() -> applied(with(Seeds.SAME, "entity_id,other", "per:a,per:b")))
        .hasMessage("overrides/same.csv, record 1: lacks the column same_as");
  }

  @Test
  void refusesAFolderWithoutOverrides(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> SEEDS.withOverrides(folder))
        .hasMessage(
            folder
                + " holds no overrides: expected at least one of add.csv, same.csv, different.csv,"
                + " rename.csv, drop.csv, strike.csv");
    Files.writeString(folder.resolve("sames.csv"), "entity_id,same_as\n");
    assertThatThrownBy(() -> SEEDS.withOverrides(folder))
        .hasMessageStartingWith(folder.resolve("sames.csv") + " is no file of overrides");
  }
}
