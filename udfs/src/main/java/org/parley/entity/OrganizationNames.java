package org.parley.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;

/**
 * The organisations of one text and their shorter forms: the acronym of a full name, and a full
 * name without its end ("Nordwind Logistics AG", "Nordwind").
 */
final class OrganizationNames {
  private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "in", "on", "&", "de");

  private final Gazetteer gazetteer;
  private final NameCues cues;
  private final AnnotatedText text;
  private final Map<String, Entity> known = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  OrganizationNames(Gazetteer gazetteer, NameCues cues, AnnotatedText text) {
    this.gazetteer = gazetteer;
    this.cues = cues;
    this.text = text;
  }

  /** Notes a name, with the entity where it is known. */
  void add(NameSpan span, Entity entity) {
    var name = span.text(text);
    if (!names.contains(name)) {
      names.add(name);
    }
    if (entity != null) {
      known.putIfAbsent(name, entity);
    }
  }

  /** The organisation that a name stands for in this text. */
  Entity entityOf(NameSpan span) {
    var name = span.text(text);
    var found = known.get(name);
    if (found != null) {
      return found;
    }
    // "A Republican" is of the party, not of the first committee whose name begins so.
    var party = gazetteer.names().exact(name + " Party");
    if (party != null) {
      return gazetteer.entity(party.senses().get(0).entityId()).orElseThrow();
    }
    boolean whole = cues.endsOrganization(lastWord(name)) || isIndefinite(span);
    String full = name;
    int fuller = 0;
    for (var other : names) {
      if (other.length() > name.length()
          && ((!whole && isStart(name, other)) || isAcronym(name, other))) {
        full = other;
        fuller++;
      }
    }
    // Two full names for one short one: leave it by itself.
    var of = fuller == 1 ? full : name;
    var entity = known.get(of);
    return entity != null ? entity : NameMerger.entity(gazetteer, of, EntityType.ORGANIZATION);
  }

  /** "A Lake Fund" is one of many, "the Lake Fund" may be the Lake Fund Cooperative. */
  private static boolean isIndefinite(NameSpan span) {
    return span.first() > 0
        && span.sentence().tokens().get(span.first() - 1).word().matches("(?i)an?");
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static boolean isStart(String name, String other) {
    return name.length() > 2
        && other.startsWith(name)
        && other.charAt(name.length()) == ' '
        && !SMALL.contains(secondWord(other, name.length() + 1));
  }

  private static String secondWord(String name, int from) {
    int space = name.indexOf(' ', from);
    return name.substring(from, space < 0 ? name.length() : space);
  }

  /** Whether a name is the first letters of another one's words, small words left out or not. */
  static boolean isAcronym(String name, String other) {
    var letters = name.replace(".", "");
    if (letters.length() < 2 || !letters.chars().allMatch(Character::isUpperCase)) {
      return false;
    }
    var all = new StringBuilder();
    var great = new StringBuilder();
    for (var word : other.split("[ -]", -1)) {
      if (!word.isEmpty()) {
        char first = Character.toUpperCase(word.charAt(0));
        all.append(first);
        if (!SMALL.contains(word)) {
          great.append(first);
        }
      }
    }
    return letters.contentEquals(all) || letters.contentEquals(great);
  }
}
