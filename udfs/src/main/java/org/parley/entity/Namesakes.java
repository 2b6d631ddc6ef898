package org.parley.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Persons of one name whom texts contradict each other about: of two countries, born years apart,
 * or of two callings of which nobody has both. The one of whom most articles tell keeps the id; the
 * others get one that says what tells them apart. Articles that tell nothing stay with the first.
 */
public final class Namesakes {
  /** The rule of the names that were told apart. */
  public static final String RULE = "namesake";

  /** How sure that is. */
  public static final double CONFIDENCE = 0.7;

  /** An age tells the year of birth to one year, and texts are printed again a year later. */
  private static final int YEARS = 2;

  /**
   * What an article tells of a person.
   *
   * @param country the id of the country that it introduces him by, or null
   * @param born the year in which he was born by the age that it gives, or null
   * @param calling "sport", "church", "court", …: the field of what it calls him, or null
   */
  public record Trait(String country, Integer born, String calling) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether two traits cannot be one person's. */
    boolean contradicts(Trait other) {
      boolean years = born != null && other.born != null && Math.abs(born - other.born) > YEARS;
      return years || differ(country, other.country) || differ(calling, other.calling);
    }

    boolean isEmpty() {
      return country == null && born == null && calling == null;
    }

    private static boolean differ(String one, String other) {
      return one != null && other != null && !one.equals(other);
    }

    /** What stands in the id of a namesake: all that is told. */
    private String mark() {
      var name = country == null ? null : country.substring(country.indexOf(':') + 1);
      return Stream.of(name, calling, born)
          .filter(Objects::nonNull)
          .map(String::valueOf)
          .collect(Collectors.joining("_"));
    }
  }

  private static final Comparator<Map.Entry<Trait, Long>> FIRST =
      Map.Entry.<Trait, Long>comparingByValue()
          .reversed()
          .thenComparing(entry -> entry.getKey().toString());

  private Namesakes() {}

  /**
   * Tells apart the persons of one id.
   *
   * @param person the entity of all of them so far
   * @param traits what the articles tell, with the number of articles
   * @return by trait the other person whom it belongs to; empty where one person may have them all
   */
  public static Map<Trait, Entity> split(Entity person, Map<Trait, Long> traits) {
    var sorted = new ArrayList<>(traits.entrySet());
    sorted.sort(FIRST);
    var groups = new ArrayList<List<Trait>>();
    for (var entry : sorted) {
      var trait = entry.getKey();
      var fitting =
          groups.stream().filter(group -> group.stream().noneMatch(trait::contradicts)).findFirst();
      if (fitting.isPresent()) {
        fitting.get().add(trait);
      } else {
        groups.add(new ArrayList<>(List.of(trait)));
      }
    }
    var others = new LinkedHashMap<Trait, Entity>();
    for (var group : groups.subList(Math.min(1, groups.size()), groups.size())) {
      var id = person.id() + "_" + group.get(0).mark();
      var other = new Entity(id, person.name(), EntityType.PERSON, null);
      group.forEach(trait -> others.put(trait, other));
    }
    return others;
  }
}
