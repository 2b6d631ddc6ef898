package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.entity.Namesakes.Trait;

class NamesakesTest {
  private static final Entity VENNING =
      new Entity("per:harold_venning", "Harold Venning", EntityType.PERSON, null);

  @Test
  void tellsPersonsOfTwoCountriesApart() {
    var finn = new Trait("gpe:finland", null, null);
    var french = new Trait("gpe:france", null, null);
    assertThat(Namesakes.split(VENNING, Map.of(finn, 5L, french, 2L)))
        .isEqualTo(
            Map.of(
                french,
                new Entity(
                    "per:harold_venning_france", "Harold Venning", EntityType.PERSON, null)));
  }

  @Test
  void tellsPersonsOfTwoAgesApart() {
    var old = new Trait(null, 1950, null);
    var young = new Trait("gpe:finland", 1990, null);
    assertThat(Namesakes.split(VENNING, Map.of(old, 3L, young, 1L)))
        .containsOnlyKeys(young)
        .extractingByKey(young)
        .extracting(Entity::id)
        .isEqualTo("per:harold_venning_finland_1990");
  }

  @Test
  void keepsOnePersonTogetherWhomNoTextContradicts() {
    var traits =
        Map.of(
            new Trait("gpe:finland", null, null), 2L,
            new Trait(null, 1950, null), 1L,
            new Trait("gpe:finland", 1951, null), 1L,
            new Trait(null, 1952, null), 1L);
    assertThat(Namesakes.split(VENNING, traits)).isEmpty();
  }

  @Test
  void keepsTheIdOfThePersonOfMostArticlesWhateverTheOrder() {
    var finn = new Trait("gpe:finland", null, null);
    var french = new Trait("gpe:france", null, null);
    var german = new Trait("gpe:germany", null, null);
    assertThat(Namesakes.split(VENNING, Map.of(german, 1L, finn, 1L, french, 1L)))
        .containsOnlyKeys(french, german);
  }

  @Test
  void tellsPersonsOfTwoCallingsApart() {
    var bishop = new Trait(null, null, "church");
    var striker = new Trait(null, null, "sport");
    assertThat(Namesakes.split(VENNING, Map.of(bishop, 2L, striker, 1L)))
        .extractingByKey(striker)
        .extracting(Entity::id)
        .isEqualTo("per:harold_venning_sport");
  }

  @Test
  void givesEveryNamesakeAnIdOfHisOwn() {
    var old = new Trait("gpe:finland", 1950, null);
    var young = new Trait("gpe:finland", 1990, null);
    var middle = new Trait("gpe:finland", 1970, null);
    assertThat(Namesakes.split(VENNING, Map.of(old, 3L, young, 1L, middle, 2L)).values())
        .extracting(Entity::id)
        .containsExactly("per:harold_venning_finland_1970", "per:harold_venning_finland_1990");
  }
}
