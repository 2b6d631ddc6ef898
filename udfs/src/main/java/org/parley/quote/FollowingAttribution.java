package org.parley.quote;

import org.parley.quote.ReportingLexicon.Complement;

/** Finds the clause behind quoted words that says who spoke them: "...," she said. */
final class FollowingAttribution {
  /** How many tokens may stand between the words and the cue. */
  private static final int REACH = 45;

  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;

  FollowingAttribution(TokenTree tree, CueFinder cues, Sources sources) {
    this.tree = tree;
    this.cues = cues;
    this.sources = sources;
  }

  /** The quotation that the words are, or null where no clause behind them names a speaker. */
  Finding of(QuotedUnit unit) {
    int next = unit.to() + 1;
    if (next >= tree.size()) {
      return null;
    }
    boolean dash = isDash(next);
    if (!tree.sameParagraph(next, unit.to())) {
      return dash && next + 1 < tree.size() ? signed(unit, next + 1) : null;
    }
    boolean comma = dash || ",".equals(tree.token(next).word());
    next += comma ? 1 : 0;
    if (next >= tree.size() || tree.quoted(next)) {
      return null;
    }
    if (!comma && !unit.endsClause(tree)) {
      return unit.isLong() ? bare(unit, next) : null;
    }
    var signed = dash ? signed(unit, next) : null;
    if (signed != null) {
      return signed;
    }
    int end = Math.min(tree.sentenceLast(next), next + REACH);
    for (int i = next; i <= end && !tree.quoted(i); i++) {
      boolean modifier = isModifier(i, next);
      if (cues.verb(i, Complement.QUOTE) != null && !modifier && isPredicate(i)) {
        return cueAfter(unit, next, i);
      }
      if (tree.isFinite(i) && !modifier && !isAuxiliary(i)) {
        return i == next ? inverted(unit, i) : unlisted(unit, next, i);
      }
    }
    boolean according =
        "according".equals(tree.lower(next)) && next + 2 < tree.size() && !tree.quoted(next + 2);
    var source = according ? sources.phrases.at(next + 2) : null;
    return source == null ? null : Finding.direct(unit, next, next + 1, source, Rule.SOURCE_QUOTE);
  }

  /** "..." - Ana Silva, the name alone up to the end of its paragraph or a comma. */
  private Finding signed(QuotedUnit unit, int from) {
    var name = sources.phrases.at(from);
    boolean signs =
        name != null
            && name.from() == from
            && tree.isName(name.head())
            && (isLastOfParagraph(name.to()) || tree.isPunctuation(name.to() + 1));
    return signs ? Finding.direct(unit, from - 1, from - 1, name, Rule.COLON) : null;
  }

  private boolean isLastOfParagraph(int i) {
    return i + 1 >= tree.size() || !tree.sameParagraph(i, i + 1);
  }

  private boolean isDash(int i) {
    return switch (tree.token(i).word()) {
      case "-", "--", "\u2013", "\u2014" -> true;
      default -> false;
    };
  }

  /** "..." she said: a subject and its cue right behind the words, without any comma. */
  private Finding bare(QuotedUnit unit, int next) {
    var subject = sources.phrases.at(next);
    int cue = subject == null ? tree.size() : subject.to() + 1;
    return cue < tree.size()
            && tree.sameSentence(cue, next)
            && tree.isFinite(cue)
            && cues.verb(cue, Complement.QUOTE) != null
            && !reportsAfter(cue)
        ? Finding.direct(unit, cue, cue, subject, Rule.QUOTE_CUE)
        : null;
  }

  /**
   * "...," she mocked: a person with a verb that is no cue of the lexicon, and nothing that the
   * verb could do to anything but the words.
   */
  private Finding unlisted(QuotedUnit unit, int next, int verb) {
    var subject = sources.phrases.at(next);
    boolean adjacent =
        subject != null && subject.to() < verb && onlyAdverbs(subject.to() + 1, verb);
    if (!adjacent || !unit.isLong() || !endsWithComma(unit) || !isPerson(subject.head())) {
      return null;
    }
    int after = verb + 1;
    boolean alone =
        after >= tree.size()
            || !tree.sameSentence(after, verb)
            || tree.isPunctuation(after)
            || tree.pos(after).startsWith("RB")
            || tree.pos(after).equals("IN");
    return alone && !tree.lemma(verb).equals("be")
        ? Finding.direct(unit, verb, verb, subject, Rule.QUOTE_CUE)
        : null;
  }

  /** "...," mocked Ana Silva: such a verb between the words and a name. */
  private Finding inverted(QuotedUnit unit, int verb) {
    var subject = verb + 1 < tree.size() ? sources.phrases.at(verb + 1) : null;
    boolean names =
        subject != null
            && unit.isLong()
            && tree.isName(subject.head())
            && Character.isLowerCase(tree.token(verb).word().charAt(0))
            && isEndOfClause(subject.to() + 1);
    return names
        ? Finding.direct(unit, verb, verb, sources.phrases.described(subject), Rule.QUOTE_CUE)
        : null;
  }

  private boolean isEndOfClause(int i) {
    return i >= tree.size() || tree.isPunctuation(i) || tree.pos(i).equals("IN");
  }

  private boolean endsWithComma(QuotedUnit unit) {
    return ",".equals(tree.token(unit.to() - 1).word())
        || ",".equals(tree.token(Math.min(unit.to() + 1, tree.size() - 1)).word());
  }

  private boolean isPerson(int head) {
    return switch (tree.lower(head)) {
      case "he", "she", "they", "i", "we" -> true;
      default -> tree.isName(head);
    };
  }

  private boolean isPredicate(int i) {
    return tree.isFinite(i) || tree.pos(i).equals("VBN") || tree.pos(i).equals("VB");
  }

  private boolean isAuxiliary(int i) {
    return tree.relation(i).startsWith("aux") || tree.relation(i).equals("cop");
  }

  /** Whether a verb stands inside a phrase that began at the token: in a relative clause. */
  private boolean isModifier(int i, int from) {
    int governor = tree.head(i);
    return tree.relation(i).startsWith("acl") && governor >= from && governor < i;
  }

  private Finding cueAfter(QuotedUnit unit, int next, int cue) {
    boolean ownSentence = !tree.sameSentence(next, unit.to());
    if (ownSentence && ".".equals(tree.token(unit.to() - 1).word()) && reportsAfter(cue)) {
      return null;
    }
    Source source;
    if (onlyAdverbs(next, cue)) {
      source = sources.subject(cue);
      if (source == null || source.from() < cue) {
        source = sources.phrases.described(sources.phrases.behind(cue));
      }
    } else {
      source = sources.subject(cue);
      if (source == null || source.head() < next || source.head() > cue) {
        source = sources.phrases.before(cue - 1, next);
      }
      if (source != null && !onlyAdverbs(next, source.from())) {
        source = wholePhrase(next, cue);
      }
    }
    if (source == null) {
      return null;
    }
    int first = sentenceBefore(unit);
    if (first == unit.from()) {
      return Finding.direct(unit, cue, cue, source, Rule.QUOTE_CUE);
    }
    // The marks are only around the end of what was said.
    return reportsAfter(cue)
        ? null
        : new Finding(Quotation.Kind.MIXED, first, unit.to(), cue, cue, source, Rule.PARENTHETICAL);
  }

  /** "Ana Silva, 33,": all between the words and the cue, if it begins with a name; or null. */
  private Source wholePhrase(int from, int cue) {
    var name = sources.phrases.at(from);
    if (name == null || !tree.pos(name.head()).startsWith("NNP")) {
      return null;
    }
    int to = cue - 1;
    for (int i = name.to() + 1; i < cue; i++) {
      if (tree.isFinite(i)) {
        return null;
      }
    }
    while (to > name.to() && (tree.isPunctuation(to) || tree.pos(to).startsWith("RB"))) {
      to--;
    }
    return ",".equals(tree.token(name.to() + 1).word())
        ? new Source(name.from(), to, name.head())
        : null;
  }

  /** The beginning of the reporter's own words that lead up to the quoted ones, or their mark. */
  private int sentenceBefore(QuotedUnit unit) {
    int first = tree.sentenceFirst(unit.from());
    int words = 0;
    for (int i = unit.from() - 1; i >= first; i--) {
      if (tree.quoted(i)) {
        return unit.from();
      }
      words += tree.isPunctuation(i) ? 0 : 1;
    }
    String last = unit.from() > first ? tree.token(unit.from() - 1).word() : ",";
    return words < 2 || ",".equals(last) || ":".equals(last) ? unit.from() : first;
  }

  private boolean reportsAfter(int cue) {
    for (int c : tree.children(cue)) {
      boolean content =
          switch (tree.relation(c)) {
            case "ccomp", "xcomp", "dep", "parataxis" -> true;
            case "obj" -> cues.verb(cue, Complement.PERSON) == null;
            default -> false;
          };
      if (c > cue && content) {
        return true;
      }
    }
    return false;
  }

  private boolean onlyAdverbs(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tree.pos(i).startsWith("RB") && !tree.isPunctuation(i)) {
        return false;
      }
    }
    return true;
  }
}
