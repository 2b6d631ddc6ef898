package org.parley.stance;

import java.util.stream.IntStream;
import org.parley.nlp.Sentence;

/** A sentence's tree as arrays with a place for each token, so that arcs can be moved. */
abstract class TreeRepairs {
  final String[] words;
  final String[] lemmas;
  final int[] heads;
  final String[] relations;
  private final Sentence sentence;

  /**
   * Repairs of a tree.
   *
   * @param words in lower case
   * @param lemmas in lower case
   * @param heads of each token, -1 for the root; changed in place
   * @param relations to the heads; changed in place
   */
  TreeRepairs(Sentence sentence, String[] words, String[] lemmas, int[] heads, String[] relations) {
    this.sentence = sentence;
    this.words = words;
    this.lemmas = lemmas;
    this.heads = heads;
    this.relations = relations;
  }

  /** The first child in a relation within a range of tokens, or -1. */
  final int child(int head, String relation, int from, int to) {
    return IntStream.range(from, to)
        .filter(i -> heads[i] == head && relations[i].equals(relation))
        .findFirst()
        .orElse(-1);
  }

  final String tag(int i) {
    return sentence.tokens().get(i).pos();
  }

  /** The word as the text has it. */
  final String written(int i) {
    return sentence.tokens().get(i).word();
  }

  final void attach(int i, int head, String relation) {
    heads[i] = head;
    relations[i] = relation;
  }
}
