package org.parley.entity;

import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;

/**
 * Tokens of a sentence that stand for an entity.
 *
 * @param sentence the sentence
 * @param first index of the first token there
 * @param last index after the last token
 * @param kind how they refer
 * @param entity whom they stand for
 * @param rule the rule that decided so
 * @param confidence how sure that is
 */
record Referent(
    Sentence sentence,
    int first,
    int last,
    Mention.Kind kind,
    Entity entity,
    String rule,
    double confidence) {

  int begin() {
    return sentence.tokens().get(first).begin();
  }

  int end() {
    return sentence.tokens().get(last - 1).end();
  }

  boolean isPerson() {
    return entity.type() == EntityType.PERSON;
  }

  Mention mention(AnnotatedText text) {
    return new Mention(
        sentence.index(),
        begin(),
        end(),
        text.text(begin(), end()),
        kind,
        entity.id(),
        rule,
        confidence);
  }
}
