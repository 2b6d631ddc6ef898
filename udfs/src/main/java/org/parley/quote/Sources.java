package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

/** Finds who stands as the subject of a cue, and how far the source reaches. */
final class Sources {
  private static final int MAX_TOKENS = 45;

  private final TokenTree tree;

  Sources(TokenTree tree) {
    this.tree = tree;
  }

  /**
   * The source that is the grammatical subject of a verb.
   *
   * @param verb the cue
   * @return the source, or null
   */
  Source subject(int verb) {
    int head = subjectHead(verb, 0);
    return head == NONE || isTime(head) ? null : around(head, verb);
  }

  /**
   * The source that is the subject of a finite verb, read off the words in front of it where the
   * tree has none: the phrase right before it, or the one before a description between commas.
   *
   * @param verb the cue
   * @return the source, or null
   */
  Source speaker(int verb) {
    var source = subject(verb);
    if (source == null && !isPassive(verb)) {
      source = beforeVerb(verb);
      source = source == null ? ofNearestClause(verb) : source;
    }
    return source;
  }

  /** The phrase in front of a finite verb, read off the words. */
  private Source beforeVerb(int verb) {
    if (!tree.isFinite(verb) || tree.relation(verb).startsWith("conj")) {
      return null;
    }
    int first = tree.sentenceFirst(verb);
    int last = verb - 1;
    while (last > first && (tree.pos(last).startsWith("RB") || tree.pos(last).equals("MD"))) {
      last--;
    }
    if (last < first || !",".equals(tree.token(last).word())) {
      return last < first ? null : phraseBefore(last, first);
    }
    int comma = last - 1;
    while (comma > first && !",".equals(tree.token(comma).word()) && !tree.quoted(comma)) {
      comma--;
    }
    var phrase = comma > first && !tree.quoted(comma) ? phraseBefore(comma - 1, first) : null;
    boolean begins =
        phrase != null
            && (phrase.from() == first
                || tree.isPunctuation(phrase.from() - 1)
                || tree.pos(phrase.from() - 1).equals("CC"));
    return begins ? new Source(phrase.from(), last - 1, phrase.head()) : null;
  }

  /**
   * The subject of the last clause in front of a verb in its sentence, or else of the first one
   * behind it: "..., she said, adding that"; "After struggling to admit that ..., Lund said".
   */
  private Source ofNearestClause(int verb) {
    for (int i = verb - 1; i >= tree.sentenceFirst(verb); i--) {
      var source = clauseSubject(i);
      if (source != null) {
        return source;
      }
    }
    for (int i = verb + 1; i <= tree.sentenceLast(verb); i++) {
      var source = tree.isUnder(i, verb) ? null : clauseSubject(i);
      if (source != null) {
        return source;
      }
    }
    return null;
  }

  private Source clauseSubject(int verb) {
    int subject = tree.quoted(verb) || !tree.isVerb(verb) ? NONE : tree.child(verb, "nsubj");
    boolean usable =
        subject != NONE
            && !tree.quoted(subject)
            && !tree.isVerb(subject)
            && !isExpletive(subject)
            && !tree.pos(subject).startsWith("W");
    return usable ? around(subject, verb) : null;
  }

  private int subjectHead(int verb, int depth) {
    if (depth > 5) {
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
        var phrase = phraseBefore(last, i + 1);
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

  private boolean isExpletive(int i) {
    return "there".equals(tree.lower(i))
        || ("it".equals(tree.lower(i)) && tree.relation(i).equals("expl"));
  }

  /** The source whose head this is: its whole phrase, without the cue and without quoted words. */
  Source around(int head, int cue) {
    int from = tree.first(head);
    int to = tree.last(head);
    if (from < head && "by".equals(tree.lower(from))) {
      from++;
    }
    for (int i = head - 1; i >= from; i--) {
      if ((tree.quoted(i) && tree.span(i) != tree.span(head)) || i == cue) {
        from = i + 1;
      }
    }
    for (int i = head + 1; i <= to; i++) {
      if ((tree.quoted(i) && tree.span(i) != tree.span(head)) || i == cue) {
        to = i - 1;
      }
    }
    if (to - from > MAX_TOKENS) {
      int comma = head + 1;
      while (comma <= to && !tree.isPunctuation(comma)) {
        comma++;
      }
      to = Math.max(head, comma - 1);
      from = Math.max(from, head - MAX_TOKENS / 2);
    }
    return trimmed(from, to, head);
  }

  /** The source that a genitive names: "the mayor's", "her". */
  Source owner(int head) {
    return trimmed(tree.first(head), tree.last(head), head);
  }

  /** The noun phrase that begins at a token, by tags alone, or null. */
  Source phraseAt(int from) {
    int to = from - 1;
    int head = NONE;
    for (int i = from; i < tree.size() && tree.sameSentence(i, from) && !tree.quoted(i); i++) {
      if (!isPhrasePart(i, head)) {
        break;
      }
      if (tree.isNoun(i)
          || tree.isName(i)
          || tree.pos(i).equals("PRP")
          || tree.pos(i).equals("WP")
          || (head == NONE && tree.pos(i).equals("CD"))) {
        head = i;
      }
      to = i;
      if (tree.pos(i).equals("PRP")) {
        break;
      }
    }
    return head == NONE || isTime(head) ? null : trimmed(from, Math.max(head, to), head);
  }

  /** A phrase with the description between commas that follows it: "Lund, a former soldier". */
  Source described(Source source) {
    if (source == null || source.to() + 2 > tree.sentenceLast(source.to())) {
      return source;
    }
    int comma = source.to() + 1;
    boolean describes =
        switch (tree.pos(comma + 1)) {
          case "DT", "NN", "JJ", "WP", "CD", "PRP$" -> ",".equals(tree.token(comma).word());
          default -> false;
        };
    int to = comma + 1;
    while (describes && to <= tree.sentenceLast(comma) && !isEnd(to)) {
      describes = !tree.isFinite(to) || tree.pos(comma + 1).equals("WP");
      to++;
    }
    return describes ? trimmed(source.from(), to - 1, source.head()) : source;
  }

  private boolean isEnd(int i) {
    return tree.quoted(i) || ",".equals(tree.token(i).word()) || ".".equals(tree.token(i).word());
  }

  /** The noun phrase that ends at a token, by tags alone, or null. */
  Source phraseBefore(int to, int limit) {
    int from = to + 1;
    int head = NONE;
    for (int i = to; i >= limit && tree.sameSentence(i, to) && !tree.quoted(i); i--) {
      if (!isPhrasePart(i, head)) {
        break;
      }
      if (head == NONE
          && (tree.isNoun(i)
              || tree.isName(i)
              || tree.pos(i).startsWith("PRP")
              || tree.pos(i).equals("WP"))) {
        head = i;
      }
      from = i;
    }
    return head == NONE || isTime(head) ? null : trimmed(from, to, head);
  }

  private boolean isPhrasePart(int i, int head) {
    return switch (tree.pos(i)) {
      case "DT",
          "PRP",
          "PRP$",
          "NN",
          "NNS",
          "NNP",
          "NNPS",
          "JJ",
          "JJR",
          "JJS",
          "CD",
          "POS",
          "WP",
          "FW" ->
          true;
      case "IN" -> head != NONE && ("of".equals(tree.lower(i)) || "for".equals(tree.lower(i)));
      case "HYPH", "-LRB-", "-RRB-" -> true;
      case "CC" -> head != NONE && "&".equals(tree.token(i).word());
      default -> tree.isName(i);
    };
  }

  /** Whether a noun is when something was said, not who said it. */
  private boolean isTime(int head) {
    return tree.isTime(head) && tree.token(head).ner().equals("O");
  }

  private Source trimmed(int first, int end, int head) {
    int from = first;
    int to = end;
    while (to > head
        && ((tree.isPunctuation(to) && !closesBracket(from, to)) || tree.pos(to).equals("CC"))) {
      to--;
    }
    while (from < head && tree.isPunctuation(from)) {
      from++;
    }
    return new Source(from, to, head);
  }

  private boolean closesBracket(int from, int to) {
    return tree.pos(to).equals("-RRB-") && tree.text(from, to).contains("(");
  }
}
