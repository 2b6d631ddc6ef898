package org.parley.nlp;

/**
 * A token with its analysis.
 *
 * @param begin offset of its first character in the text
 * @param end offset after its last character
 * @param word the characters from begin to end
 * @param lemma the base form
 * @param pos the Penn Treebank tag
 * @param ner PERSON, ORGANIZATION, LOCATION or O
 * @param head index in the sentence of the token that governs it in the basic Universal
 *     Dependencies (version 2) tree, or {@link #ROOT}, or {@link #UNPARSED}
 * @param relation the relation to the head, e.g. {@code nsubj}; {@code root} for the root; empty
 *     where not parsed
 */
public record Token(
    int begin,
    int end,
    String word,
    String lemma,
    String pos,
    String ner,
    int head,
    String relation) {
  /** The head of the root. */
  public static final int ROOT = -1;

  /** The head of each token in a sentence that was not parsed. */
  public static final int UNPARSED = -2;
}
