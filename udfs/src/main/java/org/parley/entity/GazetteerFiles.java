package org.parley.entity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/** Reads the entity files of the seeds, and what the user added to them, row by row. */
final class GazetteerFiles {
  private static final Set<String> OWN_VOICES = Set.of("court", "legislature", "agency");

  private static final Set<String> STATE_KINDS =
      Set.of("government", "ministry", "military", "court", "legislature", "agency", "police");

  private static final String COUNTRIES = "entities/countries.csv";
  private static final String ORGANIZATIONS = "entities/organizations.csv";
  private static final String SEATS = "entities/seats.csv";
  private static final String PLACES = "entities/places.csv";
  private static final String PERSONS = "entities/persons.csv";
  private static final String OFFICES = "entities/offices.csv";
  private static final String TITLES = "entities/titles.csv";

  final Map<String, Entity> entities = new HashMap<>();
  final Map<String, String> countries = new HashMap<>();
  final Map<String, String> rollUps = new HashMap<>();
  final Set<String> ownVoices = new HashSet<>();
  final Map<String, String> placesByForm = new HashMap<>();
  final Map<String, String> adjectives = new HashMap<>();
  final Map<String, List<Office>> officesOf = new HashMap<>();
  final Map<String, List<Office>> officesAt = new HashMap<>();
  final Map<String, List<String>> bySurname = new HashMap<>();
  final NameIndex.Builder names = new NameIndex.Builder();
  final TreeSet<String> officeWords = new TreeSet<>();
  final Titles titles;

  GazetteerFiles(Seeds seeds) {
    var added = seeds.has(Seeds.ADD) ? seeds.csv(Seeds.ADD) : List.<CSVRecord>of();
    // A name that the user gives to an entity stands for that one first.
    for (var row : added) {
      for (var form : nameForms(Seeds.ADD, row)) {
        if (!form.isEmpty()) {
          names.add(form, column(Seeds.ADD, row, "id"), NameForm.Use.NAME);
        }
      }
    }
    var capitals = new ArrayList<List<String>>();
    var seats = new TreeSet<String>();
    for (var row : seeds.csv(COUNTRIES)) {
      var country = entity(COUNTRIES, row, EntityType.COUNTRY);
      countries.put(country.id(), country.id());
      for (var adjective : list(COUNTRIES, row, "adjectives")) {
        adjectives.putIfAbsent(adjective, country.id());
        // "U.S." is listed as an adjective too, but it is the country's name.
        if (!nameForms(COUNTRIES, row).contains(adjective)) {
          names.add(adjective, country.id(), NameForm.Use.DEMONYM);
        }
      }
      for (var demonym : list(COUNTRIES, row, "demonyms")) {
        adjectives.putIfAbsent(demonym, country.id());
        names.add(demonym, country.id(), NameForm.Use.DEMONYM);
      }
      var forms = list(COUNTRIES, row, "capital");
      for (var capital : forms) {
        names.add(capital, country.id(), NameForm.Use.CAPITAL);
      }
      capitals.add(forms);
      for (var seat : list(COUNTRIES, row, "metonyms")) {
        names.add(seat, country.id(), NameForm.Use.SEAT);
        seats.add(seat);
      }
    }
    for (var row : seeds.csv(ORGANIZATIONS)) {
      var organization = entity(ORGANIZATIONS, row, EntityType.ORGANIZATION);
      country(ORGANIZATIONS, row, organization);
      var country = countries.get(organization.id());
      if (country != null && STATE_KINDS.contains(column(ORGANIZATIONS, row, "kind"))) {
        rollUps.put(organization.id(), country);
      }
      if (OWN_VOICES.contains(column(ORGANIZATIONS, row, "kind"))) {
        ownVoices.add(organization.id());
      }
    }
    for (var row : seeds.csv(SEATS)) {
      var organization = column(SEATS, row, "organization");
      if (!entities.containsKey(organization)) {
        throw bad(SEATS, row, organization + " is in none of the entity files");
      }
      for (var form : list(SEATS, row, "capitals")) {
        names.add(form, organization, NameForm.Use.CAPITAL);
      }
      for (var form : list(SEATS, row, "seats")) {
        names.add(form, organization, NameForm.Use.SEAT);
        seats.add(form);
      }
    }
    for (var row : seeds.csv(PLACES)) {
      var place = entity(PLACES, row, EntityType.LOCATION);
      country(PLACES, row, place);
      for (var form : nameForms(PLACES, row)) {
        placesByForm.putIfAbsent(form, place.id());
      }
    }
    capitals.forEach(this::placeCapital);
    for (var form : seats) {
      placeSeat(form.startsWith("the ") ? form.substring(4) : form);
    }
    for (var row : seeds.csv(PERSONS)) {
      var person = entity(PERSONS, row, EntityType.PERSON);
      country(PERSONS, row, person);
      surnames(PERSONS, row, person);
    }
    added(added);
    for (var row : seeds.csv(OFFICES)) {
      office(OFFICES, row, column(OFFICES, row, "person_id"));
    }
    for (var row : added) {
      if (!column(Seeds.ADD, row, "title_words").isEmpty()) {
        office(Seeds.ADD, row, column(Seeds.ADD, row, "id"));
      }
    }
    titles = new Titles(seeds.csv(TITLES), officeWords);
  }

  private void surnames(String file, CSVRecord row, Entity person) {
    var surnames = new TreeSet<String>();
    for (var form : nameForms(file, row)) {
      surnames.addAll(PersonName.surnames(form));
    }
    for (var surname : surnames) {
      bySurname.computeIfAbsent(surname, s -> new ArrayList<>()).add(person.id());
      var plain = Slug.plain(surname);
      if (!surnames.contains(plain)) {
        bySurname.computeIfAbsent(plain, s -> new ArrayList<>()).add(person.id());
      }
    }
  }

  /** The user's own entities: further rows of one id add an office, and need no name. */
  private void added(List<CSVRecord> rows) {
    var mine = new HashSet<String>();
    for (var row : rows) {
      var id = column(Seeds.ADD, row, "id");
      if (mine.contains(id) && column(Seeds.ADD, row, "name").isEmpty()) {
        continue;
      }
      if (!id.matches("(per|org|gpe|loc):[a-z0-9]+(_[a-z0-9]+)*")) {
        throw bad(Seeds.ADD, row, "id is not like per:jane_roe or org:harbor_union: " + id);
      }
      if (column(Seeds.ADD, row, "name").isEmpty()) {
        throw bad(Seeds.ADD, row, "name is empty");
      }
      var entity = entity(Seeds.ADD, row, NameFinder.typeOf(id));
      mine.add(id);
      country(Seeds.ADD, row, entity);
      if (entity.type() == EntityType.PERSON) {
        surnames(Seeds.ADD, row, entity);
      } else if (entity.type() == EntityType.COUNTRY) {
        countries.put(id, id);
      }
    }
  }

  /** Spellings that begin with the same word ("Washington", "Washington, D.C.") are one place. */
  private void placeCapital(List<String> forms) {
    for (var form : forms) {
      for (var other : forms) {
        if (!placesByForm.containsKey(form)
            && placesByForm.containsKey(other)
            && firstWord(form).equals(firstWord(other))) {
          placesByForm.put(form, placesByForm.get(other));
        }
      }
      placeSeat(form);
    }
  }

  private static String firstWord(String form) {
    return form.split("[ ,]", 2)[0];
  }

  private void placeSeat(String form) {
    if (!placesByForm.containsKey(form)) {
      var id = EntityType.LOCATION.prefix() + ":" + Slug.of(form);
      entities.putIfAbsent(id, new Entity(id, form, EntityType.LOCATION, null));
      placesByForm.put(form, id);
    }
  }

  private Entity entity(String file, CSVRecord row, EntityType type) {
    var wikidata = column(file, row, "wikidata_id");
    var entity =
        new Entity(
            column(file, row, "id"),
            column(file, row, "name"),
            type,
            wikidata.isEmpty() ? null : wikidata);
    if (!entity.id().startsWith(type.prefix() + ":")) {
      throw bad(file, row, "id " + entity.id() + " must begin with " + type.prefix() + ":");
    }
    if (entities.putIfAbsent(entity.id(), entity) != null) {
      throw bad(file, row, "id " + entity.id() + " is there twice");
    }
    for (var form : nameForms(file, row)) {
      names.add(form, entity.id(), NameForm.Use.NAME);
    }
    return entity;
  }

  private void country(String file, CSVRecord row, Entity entity) {
    var country = column(file, row, "country");
    if (!country.isEmpty()) {
      if (!countries.containsKey(country)) {
        throw bad(file, row, "country " + country + " is not in " + COUNTRIES);
      }
      countries.put(entity.id(), country);
    }
  }

  private void office(String file, CSVRecord row, String person) {
    var words = list(file, row, "title_words").stream().map(Roles::normal).distinct().toList();
    officeWords.addAll(list(file, row, "title_words"));
    var office =
        new Office(
            person,
            column(file, row, "office"),
            column(file, row, "holder_of"),
            words,
            date(file, row, "from"),
            date(file, row, "to"));
    for (var id : List.of(office.personId(), office.holderOf())) {
      if (!entities.containsKey(id)) {
        throw bad(file, row, id + " is in none of the entity files");
      }
    }
    officesOf.computeIfAbsent(office.personId(), p -> new ArrayList<>()).add(office);
    officesAt.computeIfAbsent(office.holderOf(), p -> new ArrayList<>()).add(office);
  }

  private static LocalDate date(String file, CSVRecord row, String name) {
    var value = column(file, row, name);
    try {
      return value.isEmpty() ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw bad(file, row, name + " is not a date like 2025-01-31: " + value);
    }
  }

  private static List<String> nameForms(String file, CSVRecord row) {
    var forms = new ArrayList<String>();
    forms.add(column(file, row, "name"));
    forms.addAll(list(file, row, "aliases"));
    return forms;
  }

  private static List<String> list(String file, CSVRecord row, String name) {
    var value = column(file, row, name);
    var parts = new ArrayList<String>();
    for (var part : value.split("\\|", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private static String column(String file, CSVRecord row, String name) {
    if (!row.isSet(name)) {
      throw bad(file, row, "lacks the column " + name);
    }
    return row.get(name);
  }

  private static IllegalArgumentException bad(String file, CSVRecord row, String what) {
    return new IllegalArgumentException(
        (file.equals(Seeds.ADD) ? "" : "seeds file ")
            + file
            + ", record "
            + row.getRecordNumber()
            + ": "
            + what);
  }
}
