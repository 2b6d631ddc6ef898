package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

/** Finds the grammatical subject of a verb, also where it stands at a verb above. */
final class Subjects {
  private static final int MAX_DEPTH = 5;

  private final TokenTree tree;
  private final Phrases phrases;

  Subjects(TokenTree tree, Phrases phrases) {
    this.tree = tree;
    this.phrases = phrases;
  }

  /** The head of the subject of a verb, of its agent if it is passive; or none. */
  int of(int verb) {
    return subjectHead(verb, 0);
  }

  private int subjectHead(int verb, int depth) {
    if (depth > MAX_DEPTH) {
      return NONE;
    }
    int subject = tree.child(verb, "nsubj");
    if (subject == NONE && !isPassive(verb)) {
      subject = tree.child(verb, "nsubj:pass");
    }
    if (subject == NONE && isPassive(verb)) {
      return agent(verb);
    }
    if (subject != NONE) {
      if (tree.isVerb(subject)) {
        return tree.relation(verb).startsWith("acl") ? tree.head(verb) : NONE;
      }
      return tree.quoted(subject) || isExpletive(subject) ? NONE : nearest(subject, verb);
    }
    int governor = tree.head(verb);
    if (governor == NONE) {
      return NONE;
    }
    boolean participle = tree.pos(verb).equals("VBG");
    if (participle && afterComma(verb)) {
      return clauseSubject(verb, depth + 1);
    }
    int head = byRelation(verb, governor, participle, depth);
    boolean bare = participle || tree.pos(verb).equals("VB");
    return head == NONE && bare && !isPassive(verb) ? subjectAbove(verb, depth + 1) : head;
  }

  /** The subject of the nearest clause above a verb that has no tense of its own. */
  private int subjectAbove(int verb, int depth) {
    int above = tree.head(verb);
    for (int steps = 0; above != NONE && steps < 10; steps++) {
      int owner = tree.isNoun(above) ? tree.child(above, "nmod:poss") : NONE;
      if (owner != NONE && owner < verb) {
        return tree.quoted(owner) ? NONE : owner;
      }
      if (tree.isVerb(above) && tree.child(above, "nsubj", "nsubj:pass") != NONE) {
        return subjectHead(above, depth);
      }
      if (tree.child(above, "nsubj") != NONE || tree.relation(above).equals("ccomp")) {
        return subjectHead(above, depth);
      }
      above = tree.head(above);
    }
    return NONE;
  }

  private int byRelation(int verb, int governor, boolean participle, int depth) {
    return switch (tree.relation(verb)) {
      case "conj" ->
          tree.isVerb(governor) || tree.child(governor, "nsubj") != NONE
              ? subjectHead(governor, depth + 1)
              : NONE;
      case "xcomp", "advcl", "dep" -> subjectHead(governor, depth + 1);
      case "ccomp", "parataxis" -> participle ? subjectHead(governor, depth + 1) : NONE;
      case "obl", "nmod" ->
          participle && tree.isVerb(governor) ? subjectHead(governor, depth + 1) : NONE;
      case "acl" -> participle ? governor : NONE;
      default -> NONE;
    };
  }

  /** Whether a verb is passive, so that its subject is not the one who speaks. */
  boolean isPassive(int verb) {
    return tree.pos(verb).equals("VBN")
        && (tree.child(verb, "aux:pass") != NONE
            || (tree.child(verb, "aux") == NONE && tree.relation(verb).startsWith("acl")));
  }

  /** "by X" under a passive verb. */
  private int agent(int verb) {
    for (int c : tree.children(verb)) {
      int preposition = tree.relation(c).startsWith("obl") ? tree.child(c, "case") : NONE;
      if (preposition != NONE && "by".equals(tree.lower(preposition)) && c > verb) {
        return c;
      }
    }
    return NONE;
  }

  /**
   * The subject itself, or the noun right before the verb where the parser took words in front of
   * the clause for its subject: "Minutes after the vote, the mayor said".
   */
  private int nearest(int subject, int verb) {
    int last = verb - 1;
    while (last > subject
        && (tree.pos(last).startsWith("RB")
            || tree.pos(last).equals("MD")
            || tree.relation(last).startsWith("aux"))) {
      last--;
    }
    if (last <= subject || subject > verb || tree.isPunctuation(last)) {
      return subject;
    }
    for (int i = last; i > subject; i--) {
      if (tree.pos(i).equals("CC") || tree.pos(i).startsWith("W")) {
        return subject;
      }
      if (",".equals(tree.token(i).word())) {
        var phrase = phrases.before(last, i + 1);
        return phrase != null && phrase.from() == i + 1 ? phrase.head() : subject;
      }
    }
    return subject;
  }

  /** Whether a participle is set off by a comma: then it belongs to the clause, not to a noun. */
  private boolean afterComma(int verb) {
    int before = verb - 1;
    while (before > 0 && tree.pos(before).startsWith("RB")) {
      before--;
    }
    return before >= 0 && ",".equals(tree.token(before).word());
  }

  /** The subject of the clause that a participle is added to: the nearest main clause before it. */
  private int clauseSubject(int participle, int depth) {
    int main = NONE;
    int at = participle;
    for (int steps = 0; at != NONE && steps < 50; steps++) {
      if (at != participle
          && tree.isFinite(at)
          && at < participle
          && !tree.relation(at).startsWith("acl")) {
        main = at;
      }
      at = tree.head(at);
    }
    if (main == NONE && tree.head(participle) != NONE) {
      main = tree.head(participle);
    }
    return main == NONE || main == participle ? NONE : subjectHead(main, depth);
  }

  /** "there", and "it" that stands for a clause. */
  boolean isExpletive(int i) {
    return "there".equals(tree.lower(i))
        || ("it".equals(tree.lower(i)) && tree.relation(i).equals("expl"));
  }
}
