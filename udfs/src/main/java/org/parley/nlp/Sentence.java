package org.parley.nlp;

import java.util.List;
import org.parley.text.Section;

/**
 * A sentence with its tokens.
 *
 * @param index its place in the text, from 0
 * @param paragraph the index of its paragraph, from 0
 * @param section the section of its paragraph
 * @param begin offset of its first character in the text
 * @param end offset after its last character
 * @param parsed whether the tokens have heads and relations
 * @param tokens the tokens in order; a token's head is an index into this list
 */
public record Sentence(
    int index,
    int paragraph,
    Section section,
    int begin,
    int end,
    boolean parsed,
    List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /** The indices of the tokens that the given one governs, in order. */
  public List<Integer> dependents(int head) {
    return java.util.stream.IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).head() == head)
        .boxed()
        .toList();
  }
}
