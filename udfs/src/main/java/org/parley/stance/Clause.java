package org.parley.stance;

import java.util.ArrayList;
import java.util.Set;

/** Cuts the words that show a stance out of their sentence. */
final class Clause {
  private Clause() {}

  /** The clause of the frame, as far as it holds the target. */
  static int[] span(Tree tree, FrameMatcher.Match match, int target) {
    int clause = tree.clause(match.node());
    var tokens = new ArrayList<Integer>();
    for (int i : tree.subtree(clause, Set.of("parataxis"))) {
      boolean other =
          tree.relation(tree.clause(i)).equals("conj")
              && tree.clause(i) != clause
              && !tree.dominates(tree.clause(i), match.node());
      if (!other) {
        tokens.add(i);
      }
    }
    tokens.add(target);
    tokens.addAll(match.cue());
    tokens.sort(null);
    int from = tokens.get(0);
    int to = tokens.get(tokens.size() - 1);
    while (from < to && isPunctuation(tree, from)) {
      from++;
    }
    while (to > from && isPunctuation(tree, to)) {
      to--;
    }
    return new int[] {tree.token(from).begin(), tree.token(to).end()};
  }

  private static boolean isPunctuation(Tree tree, int token) {
    return tree.word(token).chars().noneMatch(Character::isLetterOrDigit);
  }

  /** The words of a nominal or clause, without what is only added to it. */
  static String phrase(Reading reading, Tree tree, int head) {
    var tokens =
        tree.subtree(head, Set.of("acl:relcl", "appos", "parataxis", "conj", "cc", "advcl"));
    int from = tokens.get(0);
    int to = tokens.get(tokens.size() - 1);
    while (from < head && (isPunctuation(tree, from) || isMarker(tree, from, head))) {
      from++;
    }
    while (to > head && isPunctuation(tree, to)) {
      to--;
    }
    return reading.text().text(tree.token(from).begin(), tree.token(to).end());
  }

  private static boolean isMarker(Tree tree, int token, int head) {
    return tree.head(token) == head && Set.of("case", "mark", "det").contains(tree.relation(token));
  }
}
