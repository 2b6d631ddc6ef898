package org.parley.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.seed.Seeds;

/** The words of {@code name-cues.csv}. */
final class NameCues {
  private static final String CALLING = "calling-";

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, String> callings = new HashMap<>();

  NameCues(Seeds seeds) {
    for (var row : seeds.csv("entities/name-cues.csv")) {
      var cue = row.get("cue");
      var of = List.of(row.get("words").split(" ", -1));
      words.put(cue, new HashSet<>(of));
      if (cue.startsWith(CALLING)) {
        of.forEach(word -> callings.put(word, cue.substring(CALLING.length())));
      }
    }
  }

  boolean endsOrganization(String word) {
    return is("organization", word);
  }

  boolean endsLocation(String word) {
    return is("location", word);
  }

  boolean endsEvent(String word) {
    return is("event", word);
  }

  /** Whether an organisation's name may begin with the word and go on with "of". */
  boolean takesOf(String word) {
    return is("of", word);
  }

  /** Whether what follows that "of" may be a list with "and". */
  boolean takesList(String word) {
    return is("list", word);
  }

  /** Whether a word says of the name beside it that it is a place's: "district", "village". */
  boolean isLocality(String word) {
    return is("locality", word);
  }

  /** Whether the word alone is no name, whatever the tagger says. */
  boolean isNoName(String word) {
    return is("alone", word);
  }

  /** Whether only a person, an organisation or a country does what a verb's lemma says. */
  boolean isAct(String lemma) {
    return is("act", lemma);
  }

  boolean isSport(String word) {
    return is("sport", word);
  }

  /** Whether a word before a place says that it is only a place. */
  boolean isAt(String word) {
    return is("at", word);
  }

  /** Whether a noun beside a name says that an organisation bears it: "the rebel movement X". */
  boolean isOrganization(String word) {
    return is("kind", word);
  }

  /** Whether a small word is for a body of people who act as one: "agency", "task force". */
  boolean isBody(String word) {
    return is("body", word);
  }

  /** Whether a word ends the name of a place in small letters: "Henan province". */
  boolean isPartOfPlace(String word) {
    return is("part", word);
  }

  /** Whether there is a ministry for what a word names: "foreign", "health". */
  boolean isMinistry(String word) {
    return is("ministry", word);
  }

  /** Whether a word is a family's name that stands before the given one: "Nguyen". */
  boolean isFamily(String word) {
    return is("family", word);
  }

  /** Whether a small word is a noun for a person of either gender: "driver". */
  boolean isPerson(String word) {
    return is("person", word);
  }

  /** Whether a small word is a noun for a man. */
  boolean isMan(String word) {
    return is("man", word);
  }

  /** Whether a small word is a noun for a woman. */
  boolean isWoman(String word) {
    return is("woman", word);
  }

  /** Whether a noun is for somebody whom a country sends abroad, or who studies it from there. */
  boolean isSent(String lemma) {
    return is("sent", lemma);
  }

  /** The field of a calling, of which hardly anybody has two, or null: "sport" of "striker". */
  String calling(String lemma) {
    return callings.get(lemma);
  }

  private boolean is(String cue, String word) {
    return words.getOrDefault(cue, Set.of()).contains(word);
  }
}
