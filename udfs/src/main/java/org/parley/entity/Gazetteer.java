package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.seed.Seeds;

/**
 * The known entities: their names, whose demonyms and capitals and seats stand for them, which
 * country they belong to, and who held which office when. Immutable and safe for use by several
 * threads; build it once per JVM with {@link #of(Seeds)}.
 */
public final class Gazetteer {
  private final Seeds seeds;
  private final Map<String, Entity> entities;
  private final Map<String, String> countries;
  private static final String GROUP = EntityType.GROUP.prefix() + ":";
  private static final String OF = "_of_";

  private final Map<String, String> rollUps;
  private final Set<String> ownVoices;
  private final Map<String, String> placesByForm;
  private final Map<String, String> adjectives;
  private final Map<String, List<String>> adjectivesOf;
  private final Map<String, List<Office>> officesOf;
  private final Map<String, List<Office>> officesAt;
  private final Map<String, List<String>> bySurname;
  private final Set<String> stateOffices;
  private final NameIndex names;
  private final Titles titles;
  private final GroupWords groupWords;

  private Gazetteer(Seeds seeds, GazetteerFiles files) {
    this.seeds = seeds;
    entities = Map.copyOf(files.entities);
    countries = Map.copyOf(files.countries);
    rollUps = Map.copyOf(files.rollUps);
    ownVoices = Set.copyOf(files.ownVoices);
    placesByForm = Map.copyOf(files.placesByForm);
    adjectives = Map.copyOf(files.adjectives);
    var byCountry = new HashMap<String, List<String>>();
    new TreeMap<>(files.adjectives)
        .forEach((word, id) -> byCountry.computeIfAbsent(id, i -> new ArrayList<>()).add(word));
    adjectivesOf = Map.copyOf(byCountry);
    officesOf = Map.copyOf(files.officesOf);
    officesAt = Map.copyOf(files.officesAt);
    bySurname = Map.copyOf(files.bySurname);
    stateOffices =
        files.officesAt.values().stream()
            .flatMap(List::stream)
            .filter(office -> office.holderOf().startsWith("gpe:"))
            .flatMap(office -> office.titleWords().stream())
            .filter(word -> !Roles.general().contains(word))
            .collect(Collectors.toUnmodifiableSet());
    names = files.names.build();
    titles = files.titles;
    groupWords = new GroupWords(seeds);
  }

  /**
   * Reads the seeds' entity files.
   *
   * @throws IllegalArgumentException if a row lacks a column, repeats an id or has an impossible
   *     date; the message names file, line and remedy
   */
  public static Gazetteer of(Seeds seeds) {
    return new Gazetteer(seeds, new GazetteerFiles(seeds));
  }

  /** What it was read from: the rules' word lists lie there too. */
  Seeds seeds() {
    return seeds;
  }

  /** A known entity. */
  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** The known persons, by id. */
  public List<Entity> persons() {
    return entities.values().stream()
        .filter(entity -> entity.type() == EntityType.PERSON)
        .sorted(Comparator.comparing(Entity::id))
        .toList();
  }

  /** The entity that a written form stands for where nothing is known of its text. */
  public Optional<Entity> named(String form) {
    var known = names.exact(form.strip().replaceFirst("^[Tt]he ", ""));
    if (known == null) {
      return Optional.empty();
    }
    var name = known.sense(NameForm.Use.NAME);
    return entity((name == null ? known.senses().get(0) : name).entityId());
  }

  /** The country that an entity belongs to: a country's is itself. */
  public Optional<String> countryOf(String id) {
    var country = countries.get(id);
    return Optional.ofNullable(country != null ? country : derivedCountry(id));
  }

  /**
   * The country in whose name an entity acts: that of a government, ministry, court or army of the
   * seeds or of one derived from a country ({@code org:foreign_ministry_of_russia}); otherwise the
   * entity itself.
   */
  public String rollUp(String entityId) {
    var known = rollUps.get(entityId);
    if (known != null) {
      return known;
    }
    var derived = entities.containsKey(entityId) ? null : derivedCountry(entityId);
    return derived == null ? entityId : derived;
  }

  /**
   * The country for which an organ speaks: as {@link #rollUp}, but parliaments, courts and agencies
   * speak for themselves, and so do groups by whom no state speaks or acts: a country's companies,
   * its former leaders, and officials, who may say what it does not.
   */
  public String spokenFor(String entityId) {
    return ownVoices.contains(entityId) || (isGroup(entityId) && !isListed("state", entityId))
        ? entityId
        : rollUp(entityId);
  }

  /**
   * The country for which an entity's stances count: as {@link #rollUp}, but those of groups that
   * are neither a state's nor serve it are their own.
   */
  public String countsFor(String entityId) {
    return isGroup(entityId) && !isListed("state", entityId) && !isListed("service", entityId)
        ? entityId
        : rollUp(entityId);
  }

  private static boolean isGroup(String entityId) {
    return entityId.startsWith(GROUP) && entityId.contains(OF);
  }

  private boolean isListed(String kind, String group) {
    return groupWords.is(kind, group.substring(GROUP.length(), group.indexOf(OF)));
  }

  /** The countries and organisations for which a person held an office on a day, in seed order. */
  public List<String> holderOf(String personId, LocalDate day) {
    return officesOf.getOrDefault(personId, List.of()).stream()
        .filter(office -> office.heldOn(day))
        .map(Office::holderOf)
        .distinct()
        .toList();
  }

  /**
   * The persons whom news would call so on a day, in seed order.
   *
   * @param holderOf a country or organisation id
   * @param role what they are called: {@code president}, {@code leader}
   * @param day the day, or null for any
   */
  public List<String> holders(String holderOf, String role, LocalDate day) {
    var word = Roles.normal(role);
    return officesAt.getOrDefault(holderOf, List.of()).stream()
        .filter(office -> (day == null || office.heldOn(day)) && office.titleWords().contains(word))
        .map(Office::personId)
        .distinct()
        .toList();
  }

  /** Whether countries have such an office: "president", but not "chairman" or "leader". */
  boolean isStateOffice(String role) {
    return stateOffices.contains(role);
  }

  List<Office> officesOf(String personId) {
    return officesOf.getOrDefault(personId, List.of());
  }

  /** The persons with a last name, in seed order. */
  List<String> bySurname(String surname) {
    return bySurname.getOrDefault(surname, List.of());
  }

  /** The place of a capital or seat by its form. */
  String placeOf(String form) {
    return placesByForm.get(form);
  }

  /** The country of an adjective or demonym ("Russian"), or null. */
  String countryOfAdjective(String word) {
    return adjectives.get(word);
  }

  /** The adjectives of a country, in order of the alphabet. */
  List<String> adjectivesOf(String country) {
    return adjectivesOf.getOrDefault(country, List.of());
  }

  NameIndex names() {
    return names;
  }

  Titles titles() {
    return titles;
  }

  private String derivedCountry(String id) {
    int at = id.lastIndexOf(OF);
    while (at >= 0) {
      var country = "gpe:" + id.substring(at + OF.length());
      if (entities.containsKey(country)) {
        return country;
      }
      at = id.lastIndexOf(OF, at - 1);
    }
    return null;
  }
}
