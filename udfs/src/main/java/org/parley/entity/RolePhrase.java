package org.parley.entity;

import java.util.Set;
import org.parley.nlp.Sentence;

/**
 * Tokens that name an office, before it is known who holds it: "the U.S. president".
 *
 * @param sentence its sentence
 * @param first index of its first token, with article and adjectives
 * @param last index after its last token
 * @param role the office in normal form
 * @param holder the country or organisation whose office it is, or null where none is named
 * @param marks its words with a capital besides the office: "Republican" of "the Republican
 *     candidate"
 * @param definite whether "the" stands before it
 * @param now whether the office is held, not "former" or "would-be"
 * @param referring whether it may stand for somebody named elsewhere: neither is it what somebody
 *     is or becomes, nor does more follow that tells which office ("the senator from ...")
 */
record RolePhrase(
    Sentence sentence,
    int first,
    int last,
    String role,
    Entity holder,
    Set<String> marks,
    boolean definite,
    boolean now,
    boolean referring) {
  RolePhrase {
    marks = Set.copyOf(marks);
  }

  int begin() {
    return sentence.tokens().get(first).begin();
  }

  /** "The President": somebody, where "the president" may be whoever holds the office. */
  boolean isCapital() {
    return Character.isUpperCase(sentence.tokens().get(last - 1).word().charAt(0));
  }
}
