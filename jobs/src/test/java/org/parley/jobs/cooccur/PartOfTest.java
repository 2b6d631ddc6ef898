package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.entity.Gazetteer;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.seed.Seeds;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartOfTest {
  private List<String> pairs;

  @BeforeAll
  void find(SparkSession spark) {
    var entities =
        Tables.of(
            spark,
            Table.ENTITIES,
            "entity_id, roll_up",
            "('gpe:russia', 'gpe:russia')",
            "('grp:russians', 'gpe:russia')",
            "('org:foreign_ministry_of_russia', 'gpe:russia')",
            "('org:example_media', 'org:example_media')",
            "('grp:workers_of_example_media', 'grp:workers_of_example_media')");
    pairs =
        PartOf.of(entities, Seeds.bundled()).rows().stream()
            .map(row -> "%s %s %s %s".formatted(row.get(0), row.get(1), row.get(2), row.get(3)))
            .collect(Collectors.toList());
  }

  @Test
  void anInstitutionAndAPeopleArePartsOfTheirCountry() {
    assertThat(pairs)
        .contains(
            "gpe:russia org:foreign_ministry_of_russia null null",
            "gpe:russia grp:russians null null")
        .noneMatch(pair -> pair.contains("gpe:") && pair.contains("org:example_media"));
  }

  @Test
  void aGroupIsPartOfThoseWhoseMembersItNames() {
    assertThat(pairs)
        .contains(
            "grp:workers_of_example_media org:example_media null null",
            "grp:house_democrats org:house_of_representatives null null",
            "grp:house_democrats org:democratic_party null null",
            "grp:senate_republicans org:republican_party null null");
  }

  /** A seat or an adjective stands for the country itself: no second entity, hence no pair. */
  @Test
  void aSeatAndAnAdjectiveAreTheCountry() {
    var gazetteer = Gazetteer.of(Seeds.bundled());
    for (var form : List.of("Kremlin", "Russian")) {
      assertThat(gazetteer.named(form).orElseThrow().id()).isEqualTo("gpe:russia");
    }
  }

  @Test
  void aCapitalAndAStateArePartsOfTheirCountry() {
    assertThat(pairs)
        .contains(
            "gpe:russia loc:moscow null null",
            "gpe:france loc:paris null null",
            "gpe:united_states loc:texas null null");
  }

  @Test
  void everyCapitalOfTheSeedsIsAPartOfItsCountry() {
    var seeds = Seeds.bundled();
    var places =
        seeds.csv("entities/places.csv").stream()
            .collect(Collectors.toMap(row -> row.get("name"), row -> row.get("id"), (a, b) -> a));
    for (var country : seeds.csv("entities/countries.csv")) {
      String capital = places.get(country.get("capital"));
      if (capital != null) {
        assertThat(pairs).contains(country.get("id") + " " + capital + " null null");
      }
    }
  }

  @Test
  void governorsAndSenatorsAreOfTheirState() {
    assertThat(pairs)
        .contains(
            "loc:texas per:ted_cruz null null",
            "loc:texas per:greg_abbott null null",
            "loc:georgia_us_state per:brian_kemp null null");
  }

  @Test
  void aPersonIsOfACountryWhileInOffice() {
    assertThat(pairs)
        .contains("gpe:united_states per:barack_obama 2009-01-20 2017-01-20")
        .anyMatch(pair -> pair.startsWith("gpe:russia per:vladimir_putin "));
  }
}
