package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class GazetteerTest {
  static final Seeds SEEDS = Seeds.at(Path.of("src/test/resources/org/parley/entity/seeds"));
  static final Gazetteer GAZETTEER = Gazetteer.of(SEEDS);

  @Test
  void rollsAnOrganOfStateUpToItsCountry() {
    assertThat(GAZETTEER.rollUp("org:pentagon")).isEqualTo("gpe:united_states");
  }

  @Test
  void rollsADerivedMinistryUpToItsCountry() {
    assertThat(GAZETTEER.rollUp("org:foreign_ministry_of_russia")).isEqualTo("gpe:russia");
  }

  @Test
  void rollsAPartyUpToItselfOnly() {
    assertThat(GAZETTEER.rollUp("org:labour_party")).isEqualTo("org:labour_party");
  }

  @Test
  void namesTheHolderOfAnOfficeOnADay() {
    assertThat(GAZETTEER.holders("gpe:germany", "chancellor", LocalDate.of(2023, 5, 1)))
        .containsExactly("per:olaf_scholz");
    assertThat(GAZETTEER.holders("gpe:germany", "chancellor", LocalDate.of(2025, 8, 1)))
        .containsExactly("per:friedrich_merz");
  }

  @Test
  void namesNobodyForAnOfficeBeforeItsFirstKnownHolder() {
    assertThat(GAZETTEER.holders("gpe:germany", "chancellor", LocalDate.of(1999, 1, 1))).isEmpty();
  }

  @Test
  void namesTheCountriesForWhichAPersonHeldOffice() {
    assertThat(GAZETTEER.holderOf("per:donald_trump", LocalDate.of(2018, 1, 1)))
        .containsExactly("gpe:united_states");
    assertThat(GAZETTEER.holderOf("per:donald_trump", LocalDate.of(2022, 1, 1))).isEmpty();
  }

  @Test
  void refusesAnIdThatStandsTwice() {
    var places =
        """
        id,name,wikidata_id,country,aliases
        loc:x,X,,,
        loc:x,Y,,,
        """;
    assertThatThrownBy(() -> Gazetteer.of(SEEDS.with("entities/places.csv", places)))
        .hasMessage("seeds file entities/places.csv, record 2: id loc:x is there twice");
  }

  @Test
  void refusesADateThatDoesNotExist() {
    var offices =
        """
        person_id,office,holder_of,title_words,from,to
        per:olaf_scholz,head_of_government,gpe:germany,chancellor,2021-13-08,
        """;
    assertThatThrownBy(() -> Gazetteer.of(SEEDS.with("entities/offices.csv", offices)))
        .hasMessage(
            "seeds file entities/offices.csv, record 1: from is not a date like 2025-01-31:"
                + " 2021-13-08");
  }

  @Test
  void countsOfficialsForTheirStateAndItsPeopleForThemselves() {
    assertThat(GAZETTEER.spokenFor("grp:forces_of_russia")).isEqualTo("gpe:russia");
    assertThat(GAZETTEER.spokenFor("grp:officials_of_russia")).isEqualTo("grp:officials_of_russia");
    assertThat(GAZETTEER.countsFor("grp:officials_of_russia")).isEqualTo("gpe:russia");
    assertThat(GAZETTEER.countsFor("grp:farmers_of_russia")).isEqualTo("grp:farmers_of_russia");
    assertThat(GAZETTEER.countsFor("grp:former_officials_of_russia"))
        .isEqualTo("grp:former_officials_of_russia");
  }

  @Test
  void refusesAKindOfGroupOrNounThatItDoesNotKnow() {
    var groups = SEEDS.with("entities/groups.csv", "kind,words\nclub,members\n");
    assertThatThrownBy(() -> new DocumentResolver(Gazetteer.of(groups)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "seeds file entities/groups.csv, record 1: kind is none of noun, party, actor, described,"
                + " body, vague, many, state, service, apart, region, chamber, name: club");
    var nominals =
        SEEDS.with("entities/nominals.csv", "type,words,own,never,gender\nship,vessel,,,\n");
    assertThatThrownBy(() -> new DocumentResolver(Gazetteer.of(nominals)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "seeds file entities/nominals.csv, record 1: type is none of organization, country,"
                + " place and person: ship");
  }

  @Test
  void refusesASeatOfAnUnknownOrganization() {
    var seats = SEEDS.with("entities/seats.csv", "organization,capitals,seats\norg:x,Oulu,\n");
    assertThatThrownBy(() -> Gazetteer.of(seats))
        .hasMessage(
            "seeds file entities/seats.csv, record 1: org:x is in none of the entity files");
  }
}
