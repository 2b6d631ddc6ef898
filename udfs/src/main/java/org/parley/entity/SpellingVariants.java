package org.parley.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which persons of different texts, whose names share a {@link Skeleton}, are one. It takes
 * evidence: entities of which the texts of both speak, or the country of a known person. Two known
 * persons are never one.
 */
public final class SpellingVariants {
  /** The rule of the names that were joined so. */
  public static final String RULE = "spelling-variant";

  /** How sure that is. */
  public static final double CONFIDENCE = 0.8;

  private static final int SHARED = 5;
  private static final double SHARE = 0.4;

  /** Countries whose names English writes as they are: being from there is no evidence. */
  private static final Set<String> ENGLISH =
      Set.of("gpe:united_states", "gpe:united_kingdom", "gpe:canada", "gpe:australia");

  /**
   * A person as the texts of a corpus know them.
   *
   * @param entity who
   * @param known whether the seeds or a dictionary know them
   * @param articles in how many articles
   * @param context the entities that these articles, or the seeds, name beside them
   */
  public record Person(Entity entity, boolean known, long articles, Set<String> context) {
    public Person {
      context = Set.copyOf(context);
    }
  }

  private static final Comparator<Person> FIRST =
      Comparator.comparing(Person::known)
          .thenComparing(Person::articles)
          .reversed()
          .thenComparing(person -> person.entity().id());

  private SpellingVariants() {}

  /**
   * Joins persons with one skeleton.
   *
   * @return by the id of each that is another one: who that is
   */
  public static Map<String, Entity> join(List<Person> persons) {
    var sorted = new ArrayList<>(persons);
    sorted.sort(FIRST);
    var joined = new LinkedHashMap<String, Entity>();
    var heads = new ArrayList<Person>();
    for (var person : sorted) {
      var fitting =
          person.known()
              ? List.<Person>of()
              : heads.stream().filter(head -> isOne(person, head)).toList();
      // Two that fit: nothing tells which.
      if (fitting.size() == 1) {
        joined.put(person.entity().id(), fitting.get(0).entity());
      } else {
        heads.add(person);
      }
    }
    return joined;
  }

  private static boolean isOne(Person person, Person head) {
    // One name under two ids: they were told apart.
    if (person.entity().name().equals(head.entity().name())) {
      return false;
    }
    if (!Skeleton.mayBeOne(person.entity().name(), head.entity().name())) {
      return false;
    }
    var shared = new HashSet<>(person.context());
    shared.retainAll(head.context());
    int least = Math.min(person.context().size(), head.context().size());
    if (head.known() && head.articles() == 0) {
      shared.removeAll(ENGLISH);
      return !shared.isEmpty();
    }
    return shared.size() >= SHARED && shared.size() >= least * SHARE;
  }
}
