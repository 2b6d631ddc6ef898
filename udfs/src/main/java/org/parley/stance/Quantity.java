package org.parley.stance;

import org.parley.stance.Operators.Kind;

/** How many of those whom a nominal names are meant. */
enum Quantity {
  ALL(1),
  SOME(0.75),
  NOT_ALL(0);

  private final double share;

  Quantity(double share) {
    this.share = share;
  }

  /** How sure it is that what they hold is held by the whole. */
  double share() {
    return share;
  }

  static Quantity of(Operators operators, Tree tree, int token) {
    var found = ALL;
    if (!tree.tag(token).endsWith("S")) {
      return found;
    }
    for (int child : tree.children(token, "det", "amod", "advmod", "nummod")) {
      if (child < token && operators.is(Kind.FEW, tree.word(child))) {
        return NOT_ALL;
      }
      found = child < token && isPart(operators, tree, child) ? SOME : found;
    }
    // "60 percent of Republicans", "some of the senators".
    int head = tree.head(token);
    boolean ofMany = tree.relation(token).equals("nmod") && tree.marker(token).equals("of");
    if (ofMany && head >= 0) {
      found =
          operators.is(Kind.FEW, tree.word(head))
              ? NOT_ALL
              : isPart(operators, tree, head) ? SOME : found;
    }
    return found;
  }

  private static boolean isPart(Operators operators, Tree tree, int token) {
    return operators.is(Kind.PART, tree.word(token)) || tree.tag(token).equals("CD");
  }
}
