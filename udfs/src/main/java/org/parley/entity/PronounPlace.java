package org.parley.entity;

import java.util.List;
import org.parley.nlp.Sentence;

/**
 * A pronoun.
 *
 * @param sentence its sentence
 * @param at index of its token there
 * @param word the pronoun in small letters
 * @param quote index of the quotation in which it stands, -1 outside
 * @param here what stands before it in its sentence, in its quotation, and fits it
 * @param other whom it cannot mean, or null
 */
record PronounPlace(
    Sentence sentence, int at, String word, int quote, List<Antecedent> here, Antecedent other) {
  /** A sentence that was read, with its antecedents. */
  record Read(Sentence sentence, List<Antecedent> antecedents) {}

  /** The place of a pronoun that does not mean somebody who stands before it. */
  PronounPlace without(Antecedent one) {
    return new PronounPlace(
        sentence, at, word, quote, here.stream().filter(it -> !it.isSame(one)).toList(), one);
  }

  boolean isOther(Antecedent one) {
    return other != null && other.isSame(one);
  }

  boolean isPossessive() {
    return sentence.tokens().get(at).pos().equals("PRP$") || word.equals("hers");
  }

  boolean isReflexive() {
    return word.endsWith("self");
  }

  boolean isSubject() {
    return Clauses.isSubject(sentence, at);
  }

  boolean isObject() {
    return !isPossessive() && !isReflexive() && !isSubject();
  }

  /** What stands before over a token, or null. */
  Antecedent before(int token) {
    for (var one : here) {
      if (one.referent().first() <= token && token < one.referent().last()) {
        return one;
      }
    }
    return null;
  }

  Referent referent(Antecedent antecedent, String rule, double confidence) {
    return new Referent(
        sentence, at, at + 1, Mention.Kind.PRONOUN, antecedent.entity(), rule, confidence);
  }
}
