package org.parley.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * "National Grain Reserve (NGR)": the full name before an acronym in brackets, and its type. Also
 * "automatic pump (AP)": an acronym of common words, which then is nobody's name in this text.
 */
final class Acronyms {
  private static final Set<String> SMALL =
      Set.of(
          "of", "the", "and", "for", "in", "on", "to", "at", "de", "&", "-", "del", "la", "against",
          "'s", "\u2019s");

  private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014");

  /** A dateline has at most so many tokens before its agency. */
  private static final int DATELINE = 12;

  private final NameCues cues;
  private final Map<String, EntityType> types = new HashMap<>();
  private final Map<String, String> fullNames = new HashMap<>();
  private final Set<String> common = new HashSet<>();

  Acronyms(NameCues cues) {
    this.cues = cues;
  }

  /** The acronyms that were found so far, with the type of what they stand for. */
  Map<String, EntityType> types() {
    return types;
  }

  /** Whether a known form is here the acronym of something else. */
  boolean isOwn(NameIndex.Match match, Gazetteer gazetteer) {
    var word = match.form().text();
    if (common.contains(word)) {
      return true;
    }
    var full = fullNames.get(word);
    return full != null
        && match.form().senses().stream()
            .noneMatch(sense -> isSame(gazetteer, sense.entityId(), full));
  }

  /** Whether a full name may be a known entity's: by a form of it, or a word that both have. */
  private static boolean isSame(Gazetteer gazetteer, String id, String full) {
    var form = gazetteer.names().exact(full);
    if (form != null && form.senses().stream().anyMatch(sense -> sense.entityId().equals(id))) {
      return true;
    }
    var name = gazetteer.entity(id).orElseThrow().name();
    for (var word : full.split(" ", -1)) {
      if (word.length() > 3 && (" " + name + " ").contains(" " + word + " ")) {
        return true;
      }
    }
    return name.indexOf(' ') < 0;
  }

  /** Takes the labels from acronyms of common words. */
  void clearCommon(Labels labels) {
    for (int i = 0; i < labels.size(); i++) {
      if (common.contains(labels.word(i)) && labels.at(i) != null && labels.at(i).size() == 1) {
        labels.clear(i, i + 1);
      }
    }
  }

  /** Notes the acronyms of a sentence and labels them with their full names. */
  void find(Labels labels) {
    for (int i = 2; i + 1 < labels.size(); i++) {
      if (!labels.word(i - 1).equals("(") || !labels.word(i + 1).equals(")")) {
        continue;
      }
      if (isAcronym(labels.word(i))) {
        pair(labels, i);
        agency(labels, i);
      } else if (isSyllables(labels, i)) {
        note(labels, i, EntityType.ORGANIZATION);
      }
    }
  }

  private void note(Labels labels, int acronym, EntityType type) {
    labels.set(acronym, acronym + 1, type);
    types.putIfAbsent(labels.word(acronym), type);
  }

  /** The agency of a dateline: "OSLO, May 3 (NTB) - ". */
  private void agency(Labels labels, int acronym) {
    boolean dateline =
        acronym < DATELINE
            && acronym + 3 < labels.size()
            && DASHES.contains(labels.word(acronym + 2))
            && labels.isCapital(0);
    if (dateline && labels.at(acronym) == null) {
      note(labels, acronym, EntityType.ORGANIZATION);
    }
  }

  /** "Ministry of Fisheries (Minfi)": an acronym that is spoken as a word. */
  private static boolean isSyllables(Labels labels, int acronym) {
    var word = labels.word(acronym);
    var full = labels.at(acronym - 2);
    boolean possible =
        word.matches("\\p{Lu}\\p{Ll}{3,10}")
            && full != null
            && full.type() == EntityType.ORGANIZATION
            && full.last() == acronym - 1
            && full.size() > 1
            && (labels.at(acronym) == null || labels.at(acronym).type() == EntityType.PERSON);
    for (int i = possible ? full.first() : acronym; i < acronym - 1; i++) {
      if (labels.word(i).length() > 2 && word.startsWith(labels.word(i).substring(0, 2))) {
        return true;
      }
    }
    return false;
  }

  private void pair(Labels labels, int acronym) {
    var word = labels.word(acronym);
    int paren = acronym - 1;
    int first = firstOf(labels, paren, word);
    var before = labels.at(paren - 1);
    EntityType type = null;
    if (first >= 0) {
      type = typeOf(labels, first, paren, acronym);
      if (type != null) {
        labels.set(first, paren, type);
        fullNames.putIfAbsent(word, labels.text(first, paren));
      }
    } else if (before != null && before.type() == EntityType.ORGANIZATION) {
      type = EntityType.ORGANIZATION;
    }
    if (type == null && isCommon(labels, paren, word)) {
      if (cues.isBody(labels.word(paren - 1))) {
        type = EntityType.ORGANIZATION;
      } else {
        common.add(word);
      }
    }
    if (type != null) {
      note(labels, acronym, type);
    }
  }

  private EntityType typeOf(Labels labels, int first, int last, int acronym) {
    boolean cue = false;
    EntityType type = null;
    for (int i = first; i < last; i++) {
      cue |= cues.endsOrganization(labels.word(i)) || cues.takesOf(labels.word(i));
      if (labels.at(i) != null
          && (type == null || labels.at(i).type() == EntityType.ORGANIZATION)) {
        type = labels.at(i).type();
        if (labels.at(i).first() < first) {
          return null;
        }
      }
    }
    boolean whole = labels.at(first) != null && labels.at(first).last() == last;
    if (type == EntityType.LOCATION && whole) {
      return cue ? EntityType.ORGANIZATION : EntityType.LOCATION;
    }
    boolean tagged =
        labels.at(acronym) != null && labels.at(acronym).type() == EntityType.ORGANIZATION;
    return cue || tagged || type == EntityType.ORGANIZATION ? EntityType.ORGANIZATION : null;
  }

  /** Where the words begin whose first letters are the acronym's, or -1. */
  private static int firstOf(Labels labels, int end, String acronym) {
    var letters = acronym.replaceAll("[^A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
    int letter = letters.length() - 1;
    int at = end - 1;
    while (at >= 0 && letter >= 0 && end - at <= letters.length() * 2 + 3) {
      char first = Character.toUpperCase(labels.word(at).charAt(0));
      boolean capital = Character.isUpperCase(labels.word(at).charAt(0));
      if (first == letters.charAt(letter) && (capital || SMALL.contains(labels.word(at)))) {
        letter--;
        if (letter < 0) {
          return capital ? at : -1;
        }
      } else if (!SMALL.contains(labels.word(at))) {
        return -1;
      }
      at--;
    }
    return -1;
  }

  /** Whether lower-case words before a bracket begin with the letters of the acronym in it. */
  private static boolean isCommon(Labels labels, int end, String acronym) {
    int first = end - acronym.length();
    if (first < 0) {
      return false;
    }
    for (int i = 0; i < acronym.length(); i++) {
      char c = labels.word(first + i).charAt(0);
      if (!Character.isLowerCase(c) || Character.toUpperCase(c) != acronym.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAcronym(String word) {
    if (word.length() < 2 || word.length() > 10) {
      return false;
    }
    int upper = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (!Character.isLetterOrDigit(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return upper >= 2 && upper * 2 > word.length();
  }
}
