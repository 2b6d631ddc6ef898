package org.parley.quote;

/**
 * Quoted words in one piece: what stands between a pair of marks, or several paragraphs of it whose
 * opening mark is repeated.
 *
 * @param from its first token, the opening mark
 * @param to its last token
 */
record QuotedUnit(int from, int to) {
  /** Quoted words from this many on are more than a term or a title. */
  private static final int SENTENCE_TOKENS = 6;

  /** Marks that may close a quotation inside the words: ..., 'no,' she said. */
  private static final String INNER_MARKS = "'\u2019''\u201d\"";

  /** Whether the words are too many for a term or a title. */
  boolean isLong() {
    return to - from >= SENTENCE_TOKENS;
  }

  /** How many words stand between the marks. */
  int words(TokenTree tree) {
    return tree.words(from + 1, to - 1);
  }

  /** Whether the words look like the name of a work: all longer ones begin with a capital. */
  boolean isTitle(TokenTree tree) {
    for (int i = from + 1; i < to; i++) {
      String word = tree.token(i).word();
      if (word.length() > 3 && Character.isLowerCase(word.charAt(0))) {
        return false;
      }
    }
    return words(tree) > 1 && !endsClause(tree);
  }

  /** Whether the words in marks look like a sentence's own rather than a term. */
  boolean isSentenceLike(TokenTree tree) {
    return isLong() || endsClause(tree);
  }

  /** Whether the words end with a mark that closes a clause. */
  boolean endsClause(TokenTree tree) {
    int last = to - 1;
    while (last > from && INNER_MARKS.contains(tree.token(last).word())) {
      last--;
    }
    return last > from && ",.?!\u2014\u2026...-".contains(tree.token(last).word());
  }
}
