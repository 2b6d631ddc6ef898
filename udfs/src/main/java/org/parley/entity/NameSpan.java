package org.parley.entity;

import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * A name in a sentence before it is known whose.
 *
 * @param sentence its sentence
 * @param first index of its first token there
 * @param last index after its last token
 * @param type what it looks like; COUNTRY only where the form is a known country's
 * @param form the known form that it is, or null
 * @param title the title before it, lower case, or empty
 */
record NameSpan(
    Sentence sentence, int first, int last, EntityType type, NameForm form, String title) {

  int begin() {
    return token(first).begin();
  }

  int end() {
    return token(last - 1).end();
  }

  int size() {
    return last - first;
  }

  Token token(int index) {
    return sentence.tokens().get(index);
  }

  /** The characters, with white space as single spaces. */
  String text(AnnotatedText text) {
    return text.text(begin(), end()).replaceAll("\\s+", " ");
  }

  NameSpan as(EntityType other) {
    return new NameSpan(sentence, first, last, other, form, title);
  }
}
