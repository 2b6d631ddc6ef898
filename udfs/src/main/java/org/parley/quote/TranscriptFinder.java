package org.parley.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the turns of transcripts and interviews: paragraphs that begin with a speaker's name in
 * capitals, or Q or A, and a colon. One alone is no transcript.
 */
final class TranscriptFinder {
  private static final int MAX_LABEL = 6;
  private static final int MIN_TURNS = 2;

  private final TokenTree tree;

  TranscriptFinder(TokenTree tree) {
    this.tree = tree;
  }

  /** The turns in order, each up to the end of its paragraph. */
  List<Finding> find() {
    var turns = new ArrayList<Finding>();
    for (int i = 0; i < tree.size(); i++) {
      if (i == 0 || !tree.sameParagraph(i, i - 1)) {
        int colon = colonAfterLabel(i);
        int last = lastOfParagraph(i);
        if (colon > i && colon < last) {
          turns.add(
              new Finding(
                  Quotation.Kind.DIRECT,
                  colon + 1,
                  last,
                  colon,
                  colon,
                  new Source(i, colon - 1, colon - 1),
                  Rule.TURN));
        }
      }
    }
    return turns.size() < MIN_TURNS ? List.of() : turns;
  }

  private int lastOfParagraph(int from) {
    int last = from;
    while (last + 1 < tree.size() && tree.sameParagraph(last + 1, from)) {
      last++;
    }
    return last;
  }

  /** The colon after the words in capitals that begin at a token, or none. */
  private int colonAfterLabel(int from) {
    for (int i = from; i < Math.min(tree.size(), from + MAX_LABEL); i++) {
      String word = tree.token(i).word();
      if (":".equals(word)) {
        return i;
      }
      if (tree.quoted(i)
          || !word.equals(word.toUpperCase(java.util.Locale.ROOT))
          || word.matches(".*[0-9].*")) {
        return TokenTree.NONE;
      }
    }
    return TokenTree.NONE;
  }
}
