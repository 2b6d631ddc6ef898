package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entity.Mention.Kind;
import org.parley.entity.SpellingVariants.Person;

class SpellingVariantsTest {
  private static Person person(String name, boolean known, long articles, String... context) {
    var entity = new Entity("per:" + Slug.of(name), name, EntityType.PERSON, null);
    return new Person(entity, known, articles, Set.of(context));
  }

  private static String joined(Person... persons) {
    var joined = SpellingVariants.join(List.of(persons));
    var out = new StringBuilder();
    joined.forEach((from, to) -> out.append(from).append(" = ").append(to.id()).append(' '));
    return out.toString().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "Volodymyr Zelensky, Volodymyr Zelenskiy",
    "Volodymyr Zelensky, Volodymyr Zelenskyy",
    "Mohammed Al-Harbi, Muhammad al Harbi",
    "Sergei Lavrov, Sergey Lavrow",
    "Nikita Khrushchev, Nikita Hrushev",
    "Jose Munoz, José Muñoz",
    "Harold J. Venning, Harold Venning"
  })
  void spellingsOfOneNameShareASkeleton(String one, String other) {
    assertThat(Skeleton.of(one)).isEqualTo(Skeleton.of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Maria Stoll, Mario Stoll",
    "Peter Stoll, Petra Stolz",
    "John Venning, Jane Venning",
    "Harold Venning, Harold Vanner"
  })
  void otherNamesHaveOtherSkeletons(String one, String other) {
    assertThat(Skeleton.of(one)).isNotEqualTo(Skeleton.of(other));
  }

  @Test
  void aLastNameAloneHasNone() {
    assertThat(Skeleton.of("Venning")).isEmpty();
  }

  @Test
  void joinsSpellingsWhoseTextsSpeakOfTheSame() {
    assertThat(
            joined(
                person(
                    "Serhiy Marchenko",
                    false,
                    9,
                    "gpe:ukraine",
                    "org:nato",
                    "gpe:russia",
                    "org:un",
                    "gpe:poland"),
                person(
                    "Serhij Marchenko",
                    false,
                    2,
                    "gpe:ukraine",
                    "org:nato",
                    "gpe:russia",
                    "org:un",
                    "gpe:poland")))
        .isEqualTo("per:serhij_marchenko = per:serhiy_marchenko");
  }

  @Test
  void leavesSpellingsApartWhoseTextsSpeakOfOthers() {
    assertThat(
            joined(
                person(
                    "Serhiy Marchenko",
                    false,
                    9,
                    "gpe:ukraine",
                    "org:nato",
                    "gpe:russia",
                    "org:un",
                    "gpe:poland"),
                person("Serhij Marchenko", false, 2, "gpe:canada", "org:nhl", "gpe:russia")))
        .isEmpty();
  }

  @Test
  void joinsWithAKnownPersonByTheCountry() {
    assertThat(
            joined(
                person("Volodymyr Zelenskyy", true, 0, "gpe:ukraine"),
                person("Volodymyr Zelenskiy", false, 2, "gpe:ukraine", "gpe:poland")))
        .isEqualTo("per:volodymyr_zelenskiy = per:volodymyr_zelenskyy");
    assertThat(
            joined(
                person("Volodymyr Zelenskyy", true, 0, "gpe:ukraine"),
                person("Volodymyr Zelenskiy", false, 2, "gpe:canada")))
        .isEmpty();
  }

  @Test
  void neverJoinsTwoKnownPersonsOrOtherInitials() {
    assertThat(
            joined(
                person("Jon Venning", true, 3, "gpe:canada", "org:nhl", "gpe:russia"),
                person("Jonn Venning", true, 3, "gpe:canada", "org:nhl", "gpe:russia")))
        .isEmpty();
    assertThat(
            joined(
                person("Harold Venning Jr.", false, 3, "a", "b", "c", "d", "e"),
                person("Harold Venning", false, 3, "a", "b", "c", "d", "e")))
        .isEmpty();
    assertThat(
            joined(
                person("Harold J. Venning", false, 3, "gpe:canada", "org:nhl", "gpe:russia"),
                person("Harold B. Venning", false, 3, "gpe:canada", "org:nhl", "gpe:russia")))
        .isEmpty();
  }

  @Test
  void keepsAShortNameToItsStory() {
    var venning = new Entity("per:venning", "Venning", EntityType.PERSON, null);
    var mention = new Mention(0, 0, 7, "Venning", Kind.NAME, "per:venning", "name", 0.8);
    var resolution = new Resolution(List.of(mention), java.util.Map.of("per:venning", venning));
    var apart = new ShortNames(GazetteerTest.GAZETTEER).apart(resolution, "3f9ac2d1e0aa");
    assertThat(apart.mentions().get(0).entityId()).isEqualTo("per:venning_3f9ac2d1");
    assertThat(apart.entities().get("per:venning_3f9ac2d1").name()).isEqualTo("Venning");
  }
}
