package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.nlp.Pipeline;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class DocumentResolverTest {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 19);
  private final DocumentResolver resolver = new DocumentResolver(GazetteerTest.GAZETTEER);

  @Test
  void tiesAShortNameToTheFullNameOfTheText() {
    assertThat(resolve("Harold Venning, a farmer, sued the bank. Venning lost."))
        .contains("Harold Venning per:harold_venning full-name")
        .contains("Venning per:harold_venning surname");
  }

  @Test
  void takesARoleFromTheTitleBeforeAName() {
    assertThat(
            resolve(
                "Finnish Foreign Minister Aino Rautala met reporters in Oslo."
                    + " The Finnish foreign minister spoke for an hour."))
        .contains("The Finnish foreign minister per:aino_rautala role-in-text");
  }

  @Test
  void takesARoleFromAnApposition() {
    assertThat(
            resolve(
                "Germany's chancellor, Ulrike Sandmann, arrived late."
                    + " The German leader left early."))
        .contains("The German leader per:ulrike_sandmann role-in-text");
  }

  @Test
  void takesARoleFromTheOfficeHeldOnTheDay() {
    assertThat(resolve("Ministers expect the French president to travel in May."))
        .contains("the French president per:emmanuel_macron role-dated");
  }

  @Test
  void givesARoleThatNobodyIsKnownToHoldToTheCountry() {
    assertThat(resolve("Ministers expect the Finnish prime minister to travel in May."))
        .contains("the Finnish prime minister gpe:finland role-country");
  }

  @Test
  void leavesAFormerOfficeAlone() {
    assertThat(resolve("Ministers expect the former French president to travel in May."))
        .noneMatch(mention -> mention.contains("role"));
  }

  @Test
  void findsGroupsAndTheirCountry() {
    assertThat(resolve("European leaders and senior Russian officials met for two days."))
        .contains("European leaders grp:european_leaders group")
        .contains("Russian officials grp:officials_of_russia group")
        .contains("Russian gpe:russia demonym");
    assertThat(GazetteerTest.GAZETTEER.rollUp("grp:officials_of_russia")).isEqualTo("gpe:russia");
  }

  @Test
  void readsAnAcronymAsItsFullName() {
    assertThat(
            resolve(
                "The National Harbour Authority (NHA) closed two docks. The NHA gave no reason."))
        .contains("NHA org:national_harbour_authority organization-variant");
  }

  @Test
  void takesUpTheOnlyPersonByAPronoun() {
    assertThat(resolve("Harold Venning bought the farm in May. He sold it a year later."))
        .contains("He per:harold_venning pronoun-only-person");
  }

  @Test
  void leavesAPronounOpenBetweenTwoPersons() {
    assertThat(resolve("The prize went to Harold Venning and Peter Stoll. He smiled."))
        .noneMatch(mention -> mention.startsWith("He "));
  }

  @Test
  void takesUpTheSubjectOfTheClauseAroundAPronoun() {
    assertThat(resolve("Peter Stoll told Harold Venning that he would sell his farm in May."))
        .contains("he per:peter_stoll pronoun-subject");
  }

  @Test
  void takesUpNobodyWhoIsTheSubjectOfThePronounsOwnVerb() {
    assertThat(resolve("Harold Venning smiled. Peter Stoll thanked him."))
        .noneMatch(mention -> mention.startsWith("him per:peter_stoll"));
  }

  @Test
  void takesUpNobodyOfAnotherGender() {
    assertThat(resolve("Harold Venning and Mary Stoll bought the farm. She sold it."))
        .contains("She per:mary_stoll pronoun-only-person");
  }

  @Test
  void takesUpAnOrganizationThatIsTheSubjectOfItsClause() {
    assertThat(resolve("The Nordwind Company said it would close its mill."))
        .contains("it org:nordwind_company pronoun-it")
        .contains("its org:nordwind_company pronoun-it");
  }

  @Test
  void leavesItOpenWhereAThingIsTheSubject() {
    assertThat(resolve("The Nordwind Company said the plan had its limits."))
        .noneMatch(mention -> mention.startsWith("its "));
  }

  @Test
  void readsAnAcronymOfCommonWordsAsNobodysName() {
    assertThat(resolve("The automatic pump (AP) failed twice. The AP was replaced in May."))
        .noneMatch(mention -> mention.startsWith("AP "));
  }

  @Test
  void readsAKnownFormInsideALongerNameAsAPartOfIt() {
    assertThat(resolve("They met at the Finland Station and drove through Southern Finland."))
        .noneMatch(mention -> mention.contains("gpe:finland"));
  }

  @Test
  void readsAPartOfATitledWorkAsNothing() {
    assertThat(resolve("The magazine calls its list \"Finland's Best Bakeries\" every year."))
        .noneMatch(mention -> mention.contains("gpe:finland"));
  }

  @Test
  void readsACountryInAReportOnAMatchAsItsTeam() {
    assertThat(
            resolve(
                "The striker scored twice in the second half of the match."
                    + " Finland beat Germany after a penalty, and the coach praised his players."
                    + " The tournament in Finland ends in May."))
        .contains("Finland org:finland_team team")
        .contains("Germany org:germany_team team")
        .contains("Finland gpe:finland known-name");
  }

  @Test
  void tellsAPeopleFromItsGovernment() {
    assertThat(resolve("Most Russians read newspapers. The Russian government closed two."))
        .contains("Russians grp:people_of_russia people")
        .contains("Russian gpe:russia demonym");
  }

  @Test
  void readsTheNationalityInATitleAsPartOfThePhrase() {
    assertThat(resolve("French President Emmanuel Macron arrived in May."))
        .contains("Emmanuel Macron per:emmanuel_macron known-name")
        .noneMatch(mention -> mention.startsWith("French "));
  }

  @Test
  void tellsTwoOfOneLastNameApartByTheirTitles() {
    assertThat(resolve("Peter Stoll and Mary Stoll bought a farm in May. Mrs. Stoll sold it."))
        .contains("Stoll per:mary_stoll surname");
  }

  @Test
  void countsNothingInBoilerplate() {
    var text = "Harold Venning contributed to this report.";
    var sections = List.of(new Paragraph(0, text.length(), Section.BOILERPLATE));
    assertThat(resolve(new SectionedText(text, sections))).isEmpty();
  }

  private List<String> resolve(String text) {
    return resolve(new SectionedText(text, List.of(new Paragraph(0, text.length(), Section.BODY))));
  }

  private List<String> resolve(SectionedText text) {
    var found = new ArrayList<String>();
    for (var m : resolver.resolve(Pipeline.shared().annotate(text), DAY).mentions()) {
      found.add(m.text() + " " + m.entityId() + " " + m.rule());
    }
    return found;
  }
}
