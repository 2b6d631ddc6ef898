package org.parley.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The facts in seeds/entities hold together: a wrong row there is a wrong attribution everywhere.
 */
class EntitySeedsTest {
  private static final Seeds SEEDS = Seeds.bundled();
  private static final Pattern WIKIDATA_ID = Pattern.compile("Q[1-9][0-9]*");

  @ParameterizedTest
  @CsvSource({
    "countries.csv, gpe",
    "organizations.csv, org",
    "places.csv, loc",
    "persons.csv, per"
  })
  void idsAreUniqueSlugsWithThePrefixOfTheirType(String file, String prefix) {
    var wellFormed = Pattern.compile(prefix + ":[a-z0-9]+(_[a-z0-9]+)*");
    assertThat(ids(file)).doesNotHaveDuplicates().allMatch(wellFormed.asMatchPredicate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"countries.csv", "organizations.csv", "places.csv", "persons.csv"})
  void wikidataIdsAreEmptyOrWellFormed(String file) {
    assertThat(column(file, "wikidata_id"))
        .allMatch(id -> id.isEmpty() || WIKIDATA_ID.matcher(id).matches());
  }

  @Test
  void noWikidataIdStandsForTwoEntities() {
    var ids =
        Stream.of("countries.csv", "organizations.csv", "places.csv", "persons.csv")
            .flatMap(file -> column(file, "wikidata_id").stream())
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"countries.csv", "organizations.csv", "places.csv", "persons.csv"})
  void noNameOrAliasStandsForTwoRowsOfAFile(String file) {
    var owners = new TreeMap<String, List<String>>();
    for (var row : rows(file)) {
      names(row)
          .forEach(name -> owners.computeIfAbsent(name, x -> new ArrayList<>()).add(row.get("id")));
    }
    owners.values().removeIf(ids -> ids.size() == 1);
    assertThat(owners).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "countries.csv, demonyms",
    "countries.csv, adjectives",
    "countries.csv, capital",
    "countries.csv, metonyms"
  })
  void noWordForACountryStandsForTwoOfThem(String file, String column) {
    var words = rows(file).stream().flatMap(row -> list(row, column).stream()).toList();
    assertThat(words).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "countries.csv",
        "organizations.csv",
        "places.csv",
        "persons.csv",
        "offices.csv",
        "titles.csv"
      })
  void cellsAreTrimmedAndListsHaveNoEmptyParts(String file) {
    for (var row : rows(file)) {
      for (var cell : row) {
        if (!cell.isEmpty()) {
          assertThat(cell.split("\\|", -1))
              .as("row %s", row)
              .allSatisfy(part -> assertThat(part).isNotEmpty().isEqualTo(part.strip()));
        }
      }
    }
  }

  @Test
  void allMembersOfTheUnitedNationsAndFourMoreAreThere() {
    assertThat(ids("countries.csv"))
        .hasSize(197)
        .contains("gpe:vatican_city", "gpe:palestine", "gpe:kosovo", "gpe:taiwan");
  }

  @ParameterizedTest
  @CsvSource({
    "countries.csv, country-coder",
    "organizations.csv, wikidata wikidict wikipedia simple-icons sp500 allsides global-party-survey"
        + " acled own",
    "places.csv, wikidata geonames wikidict wikipedia own",
    "persons.csv, wikidata wikidict wikipedia congress-legislators us-government web own",
    "parties.csv, congress-legislators own",
    "offices.csv, wikidata wikidata-year wikipedia us-government web own"
  })
  void everyRowNamesASourceThatTheFileExplains(String file, String sources) {
    var known = List.of(sources.split(" ", -1));
    var comments =
        SEEDS.text("entities/" + file).lines().filter(line -> line.startsWith("#")).toList();
    assertThat(comments).anyMatch(line -> line.startsWith("# source: "));
    assertThat(known)
        .allSatisfy(
            source ->
                assertThat(comments).anyMatch(line -> line.matches(".*\\b" + source + "\\b.*")));
    var wrong =
        rows(file).stream()
            .filter(row -> !known.contains(row.get("source")))
            .map(
                row ->
                    "%s, record %d, %s: source is \"%s\", not one of %s"
                        .formatted(
                            file, row.getRecordNumber(), row.get(0), row.get("source"), sources))
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void seatsBelongToKnownOrganizations() {
    assertThat(ids("organizations.csv")).containsAll(column("seats.csv", "organization"));
  }

  @Test
  void noFormStandsForTwoKindsOfEntities() {
    // A capital is a place as well as its country's name for itself, and so is what bears its name.
    var owners = new TreeMap<String, Set<String>>();
    for (var file : List.of("organizations.csv", "persons.csv")) {
      for (var row : rows(file)) {
        names(row)
            .forEach(name -> owners.computeIfAbsent(name, x -> new HashSet<>()).add(row.get("id")));
      }
    }
    owners.values().removeIf(ids -> ids.size() == 1);
    assertThat(owners).isEmpty();
  }

  @Test
  void everyCountryHasAWikidataId() {
    assertThat(column("countries.csv", "wikidata_id")).noneMatch(String::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"organizations.csv", "places.csv", "persons.csv"})
  void countriesOfOtherEntitiesExist(String file) {
    var countries = ids("countries.csv");
    assertThat(column(file, "country"))
        .allMatch(country -> country.isEmpty() || countries.contains(country));
  }

  @Test
  void kindsOfOrganizationsAreKnown() {
    assertThat(column("organizations.csv", "kind"))
        .isSubsetOf(
            "government",
            "ministry",
            "party",
            "international",
            "military",
            "armed_group",
            "company",
            "media",
            "union",
            "court",
            "legislature",
            "ngo",
            "agency",
            "university",
            "think_tank",
            "police",
            "intelligence",
            "religious",
            "sports");
  }

  @Test
  void personsHaveAFullNameOrAnOffice() {
    var holders = Set.copyOf(column("offices.csv", "person_id"));
    var unnamed =
        rows("persons.csv").stream()
            .filter(row -> !row.get("name").contains(" "))
            .map(row -> row.get("id"))
            .filter(id -> !holders.contains(id))
            .toList();
    assertThat(unnamed).isEmpty();
  }

  @Test
  void officesAreHeldByKnownPersons() {
    var persons = ids("persons.csv");
    assertThat(column("offices.csv", "person_id")).allMatch(persons::contains);
  }

  @Test
  void officesBelongToKnownCountriesAndOrganizations() {
    var holders = new HashSet<String>();
    holders.addAll(ids("countries.csv"));
    holders.addAll(ids("organizations.csv"));
    assertThat(column("offices.csv", "holder_of")).allMatch(holders::contains);
  }

  @Test
  void officesHaveTitleWords() {
    assertThat(column("offices.csv", "title_words")).noneMatch(String::isEmpty);
  }

  @Test
  void datesOfOfficesAreDaysInOrder() {
    for (var row : rows("offices.csv")) {
      var from = day(row, "from");
      assertThat(from).as("from in %s", row).isNotNull();
      var to = row.get("to").isEmpty() ? LocalDate.MAX : day(row, "to");
      assertThat(to).as("to in %s", row).isNotNull().isAfter(from);
    }
  }

  @Test
  void nobodyHoldsAnOfficeBeforeThePredecessorHasLeft() {
    Map<String, List<CSVRecord>> tenures =
        rows("offices.csv").stream()
            .collect(Collectors.groupingBy(row -> row.get("office") + " " + row.get("holder_of")));
    var overlaps = new ArrayList<String>();
    tenures.forEach(
        (office, rows) -> {
          var byStart = rows.stream().sorted((a, b) -> a.get("from").compareTo(b.get("from")));
          CSVRecord before = null;
          for (var row : byStart.toList()) {
            if (before != null
                && (before.get("to").isEmpty()
                    || before.get("to").compareTo(row.get("from")) > 0)) {
              overlaps.add(office + ": " + before.get("person_id") + ", " + row.get("person_id"));
            }
            before = row;
          }
        });
    assertThat(overlaps).isEmpty();
  }

  @Test
  void officesSayUpToWhichDayTheyAreKnown() {
    assertThat(SEEDS.text("entities/offices.csv"))
        .containsPattern("(?m)^# as of \\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void titlesAreUniqueAndOfAKnownKind() {
    var kinds = new HashMap<String, String>();
    for (var row : rows("titles.csv")) {
      assertThat(kinds.put(row.get("title"), row.get("kind"))).as("%s", row).isNull();
    }
    assertThat(kinds.values())
        .isSubsetOf(
            "honorific", "office", "member", "rank", "spokesperson", "adviser", "profession");
  }

  private static List<CSVRecord> rows(String file) {
    return SEEDS.csv("entities/" + file);
  }

  private static List<String> column(String file, String column) {
    return rows(file).stream().map(row -> row.get(column)).toList();
  }

  private static List<String> ids(String file) {
    return column(file, "id");
  }

  private static List<String> list(CSVRecord row, String column) {
    var cell = row.get(column);
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  private static Set<String> names(CSVRecord row) {
    var names = new HashSet<>(list(row, "aliases"));
    names.add(row.get("name"));
    return names;
  }

  private static LocalDate day(CSVRecord row, String column) {
    try {
      return LocalDate.parse(row.get(column));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
