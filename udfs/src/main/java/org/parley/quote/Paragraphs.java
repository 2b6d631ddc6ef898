package org.parley.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paragraphs of a text as stretches of tokens, and what tells their kind. */
final class Paragraphs {
  private static final Set<String> PERSONAL =
      Set.of("i", "we", "you", "me", "us", "my", "our", "your", "yes", "thanks", "?");

  private final TokenTree tree;
  private final List<int[]> bounds = new ArrayList<>();

  Paragraphs(TokenTree tree) {
    this.tree = tree;
    int first = 0;
    for (int i = 1; i <= tree.size(); i++) {
      if (i == tree.size() || !tree.sameParagraph(i, first)) {
        bounds.add(new int[] {first, i - 1});
        first = i;
      }
    }
    if (tree.size() == 0) {
      bounds.clear();
    }
  }

  int size() {
    return bounds.size();
  }

  /** The first token of a paragraph. */
  int first(int p) {
    return bounds.get(p)[0];
  }

  /** The last token of a paragraph. */
  int last(int p) {
    return bounds.get(p)[1];
  }

  /** Whether a paragraph is part of the story itself. */
  boolean isStory(int p) {
    return switch (tree.section(first(p))) {
      case BODY, LEDE -> true;
      default -> false;
    };
  }

  /** Whether a paragraph ends with a colon. */
  boolean announces(int p) {
    return ":".equals(tree.token(last(p)).word());
  }

  /** Whether words that only somebody who speaks uses stand between two tokens. */
  boolean isPersonal(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (PERSONAL.contains(tree.lower(i)) && !"US".equals(tree.token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** "(CROSSTALK)", "[applause]", "...": whether nobody's words stand in a paragraph. */
  boolean isDirection(int p) {
    int from = first(p);
    int to = last(p);
    while (from < to && tree.isPunctuation(to) && !isBracket(to)) {
      to--;
    }
    while (from < to && tree.isPunctuation(from) && !isBracket(from)) {
      from++;
    }
    return (isBracket(from) && isBracket(to)) || tree.words(from, to) == 0;
  }

  private boolean isBracket(int i) {
    return switch (tree.token(i).word()) {
      case "(", ")", "[", "]", "-LRB-", "-RRB-", "-LSB-", "-RSB-" -> true;
      default -> false;
    };
  }
}
