package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

/** Finds who stands as the subject of a cue, and how far the source reaches. */
final class Sources {
  private static final int MAX_TOKENS = 45;

  final Phrases phrases;
  final Subjects subjects;
  private final TokenTree tree;

  Sources(TokenTree tree) {
    this.tree = tree;
    this.phrases = new Phrases(tree);
    this.subjects = new Subjects(tree, phrases);
  }

  /**
   * The source that is the grammatical subject of a verb.
   *
   * @param verb the cue
   * @return the source, or null
   */
  Source subject(int verb) {
    int head = subjects.of(verb);
    return head == NONE || phrases.isTime(head) ? null : around(head, verb);
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
    if (source == null && !subjects.isPassive(verb)) {
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
      return last < first ? null : phrases.before(last, first);
    }
    int comma = last - 1;
    while (comma > first && !",".equals(tree.token(comma).word()) && !tree.quoted(comma)) {
      comma--;
    }
    var phrase = comma > first && !tree.quoted(comma) ? phrases.before(comma - 1, first) : null;
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
            && !subjects.isExpletive(subject)
            && !tree.pos(subject).startsWith("W");
    return usable ? around(subject, verb) : null;
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
    return phrases.trimmed(from, to, head);
  }

  /** The source that a genitive names: "the mayor's", "her". */
  Source owner(int head) {
    return phrases.trimmed(tree.first(head), tree.last(head), head);
  }
}
