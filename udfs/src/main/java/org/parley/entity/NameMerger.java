package org.parley.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;

/**
 * Says whose each name of a text is: known forms first, then full names, then short names tied to
 * the full name of the same text that they shorten. No two known entities ever share a name here.
 */
final class NameMerger {
  private final Gazetteer gazetteer;
  private final AnnotatedText text;
  private final java.time.LocalDate day;

  NameMerger(Gazetteer gazetteer, AnnotatedText text, java.time.LocalDate day) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.day = day;
  }

  /**
   * Whose a name is.
   *
   * @param entity the entity
   * @param rule how that was decided
   * @param confidence how sure it is
   */
  record Reading(Entity entity, String rule, double confidence) {}

  Map<NameSpan, Reading> merge(List<NameSpan> spans) {
    var readings = new LinkedHashMap<NameSpan, Reading>();
    var fullNames = new LinkedHashMap<String, Entity>();
    for (var span : spans) {
      var known = known(span);
      if (known != null) {
        readings.put(span, known);
        if (known.entity().type() == EntityType.PERSON) {
          fullNames.putIfAbsent(span.text(text), known.entity());
        }
      } else if (span.type() == EntityType.PERSON && span.size() > 1) {
        var name = span.text(text);
        fullNames.computeIfAbsent(name, n -> entity(n, EntityType.PERSON));
      }
    }
    var bySurname = new LinkedHashMap<String, Set<Entity>>();
    fullNames.forEach(
        (name, entity) -> {
          for (var surname : PersonName.surnames(name)) {
            bySurname.computeIfAbsent(surname, s -> new LinkedHashSet<>()).add(entity);
          }
        });
    for (var span : spans) {
      if (!readings.containsKey(span)) {
        readings.put(span, read(span, fullNames, bySurname));
      }
    }
    return readings;
  }

  private Reading known(NameSpan span) {
    if (span.form() == null) {
      return null;
    }
    for (var sense : span.form().senses()) {
      if (NameFinder.typeOf(sense.entityId()) == span.type()) {
        var entity = gazetteer.entity(sense.entityId()).orElseThrow();
        return new Reading(entity, "known-name", span.form().senses().size() == 1 ? 0.98 : 0.9);
      }
    }
    return null;
  }

  private Reading read(
      NameSpan span, Map<String, Entity> fullNames, Map<String, Set<Entity>> bySurname) {
    var name = span.text(text);
    if (span.type() == EntityType.PERSON) {
      var full = fullNames.get(name);
      if (full != null) {
        return new Reading(full, "full-name", 0.95);
      }
      var candidates = bySurname.getOrDefault(name, Set.of());
      if (!candidates.isEmpty()) {
        return new Reading(
            candidates.iterator().next(), "surname", candidates.size() == 1 ? 0.95 : 0.6);
      }
      var holders = inOffice(gazetteer.bySurname(name));
      if (holders.size() == 1) {
        return new Reading(gazetteer.entity(holders.get(0)).orElseThrow(), "known-surname", 0.8);
      }
    }
    return new Reading(entity(name, span.type()), "name", 0.8);
  }

  private List<String> inOffice(List<String> persons) {
    if (persons.size() < 2 || day == null) {
      return persons;
    }
    var found = new ArrayList<String>();
    for (var person : persons) {
      if (!gazetteer.holderOf(person, day).isEmpty()) {
        found.add(person);
      }
    }
    return found;
  }

  static Entity entity(String name, EntityType type) {
    return new Entity(type.prefix() + ":" + Slug.of(name), name, type, null);
  }

  static Map<String, Entity> byId(Collection<Reading> readings) {
    var entities = new LinkedHashMap<String, Entity>();
    for (var reading : readings) {
      entities.putIfAbsent(reading.entity().id(), reading.entity());
    }
    return entities;
  }
}
