package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class PartiesTest {
  private final Parties parties = Parties.of(Seeds.bundled());

  @Test
  void partyOfTheDayCounts() {
    assertThat(parties.of("per:jim_justice", LocalDate.of(2017, 8, 2)))
        .containsExactly("org:democratic_party");
    assertThat(parties.of("per:jim_justice", LocalDate.of(2017, 8, 3)))
        .containsExactly("org:republican_party");
  }

  @Test
  void whoHasNoneOnTheListHasNone() {
    assertThat(parties.of("per:bernie_sanders", LocalDate.of(2016, 1, 1))).isEmpty();
  }

  @Test
  void everyIdIsKnown() {
    var gazetteer = Gazetteer.of(Seeds.bundled());
    for (var row : Seeds.bundled().csv("entities/parties.csv")) {
      assertThat(gazetteer.entity(row.get("person_id"))).as(row.get("person_id")).isPresent();
      assertThat(gazetteer.entity(row.get("party"))).as(row.get("party")).isPresent();
    }
  }
}
