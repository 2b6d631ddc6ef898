package org.parley.quote;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;

/** Says where the content of an indirect quotation begins and ends. */
final class Contents {
  private final TokenTree tree;
  private final CueFinder cues;

  Contents(TokenTree tree, CueFinder cues) {
    this.tree = tree;
    this.cues = cues;
  }

  Finding finding(Match match, int from, int to, Source source, Rule rule) {
    int begin = from;
    int end = to;
    // A source in front of or behind the content is not part of it.
    if (source != null && source.from() >= begin && source.to() <= end) {
      if (source.from() - begin <= 1) {
        begin = source.to() + 1;
      } else if (end - source.to() <= 1) {
        end = source.from() - 1;
      }
    }
    if (rule == Rule.ASKED) {
      end = beforeMainClause(begin, end);
    } else if (rule == Rule.CLAUSE && opensSubordinate(match.verb())) {
      end = beforeMainClause(begin, clauseEnd(end));
    } else if (rule == Rule.CLAUSE) {
      end = beforeNextReport(match.verb(), begin, clauseEnd(end));
    }
    var trimmed = tree.trim(begin, beforeContrast(begin, beforeParticiple(begin, end)));
    if (trimmed == null) {
      return null;
    }
    trimmed[0] = tree.quotationFirst(trimmed[0], match.verb());
    trimmed[1] = beforeAddition(trimmed[0], withQuotation(trimmed[1]), rule);
    return new Finding(
        kind(trimmed[0], trimmed[1]),
        trimmed[0],
        trimmed[1],
        match.verb(),
        match.last(),
        source,
        rule);
  }

  /** The end of the content: before ", saying ..." if that stands in it. */
  private int beforeParticiple(int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (",".equals(tree.token(i).word()) && !tree.quoted(i)) {
        int next = tree.pos(i + 1).startsWith("RB") ? i + 2 : i + 1;
        if (tree.pos(next).equals("VBG") && cues.verb(next, Complement.THAT) != null) {
          return i - 1;
        }
      }
    }
    return to;
  }

  /**
   * The end of a reported clause: the end of the sentence where what follows the clause is its own
   * verb, which the parser did not see, or ", and that ...".
   */
  private int clauseEnd(int to) {
    int last = tree.sentenceLast(to);
    int next = to + 1;
    if (next < last
        && (tree.isFinite(next) || (tree.pos(next).equals("RB") && tree.isFinite(next + 1)))) {
      return last;
    }
    if (next < last && ",".equals(tree.token(next).word())) {
      next++;
    }
    boolean more =
        next < last && tree.pos(next).equals("CC") && "that".equals(tree.lower(next + 1));
    return more ? last : to;
  }

  /** The end of the content: before "and suggested that ..." if that stands in it. */
  private int beforeNextReport(int cue, int from, int to) {
    for (int i = from + 2; i < to - 1; i++) {
      if (!tree.pos(i).equals("CC") || tree.quoted(i)) {
        continue;
      }
      int next = tree.pos(i + 1).startsWith("RB") ? i + 2 : i + 1;
      boolean alike = next < to && tree.pos(next).equals(tree.pos(cue)) && !tree.quoted(next);
      var other = alike ? cues.verb(next, Complement.THAT) : null;
      if (other != null && other.cue().takes(Complement.QUOTE) && hasClause(next)) {
        return i - 1;
      }
    }
    return to;
  }

  private boolean hasClause(int verb) {
    int clause = tree.child(verb, "ccomp");
    return clause > verb && tree.child(verb, "nsubj") < 0;
  }

  /** Whether a cue stands in the clause that opens its sentence: "While she said ..., ...". */
  private boolean opensSubordinate(int cue) {
    int first = tree.sentenceFirst(cue);
    boolean subordinate =
        switch (tree.lower(first)) {
          case "while", "although", "though" -> cue - first < 12;
          default -> false;
        };
    for (int i = first; i < cue && subordinate; i++) {
      subordinate = !isComma(i);
    }
    return subordinate;
  }

  /** The end of the content: before a comma and the main clause, if that stands in it. */
  private int beforeMainClause(int from, int to) {
    for (int i = from + 2; i < to - 1; i++) {
      boolean comma = isComma(i) && !tree.quoted(i) && !tree.pos(i + 1).startsWith("W");
      for (int v = i + 2; comma && v <= Math.min(to, i + 10) && !isComma(v); v++) {
        if (tree.isFinite(v)) {
          return i - 1;
        }
      }
    }
    return to;
  }

  private boolean isComma(int i) {
    return ",".equals(tree.token(i).word());
  }

  /**
   * The end of the content: after quoted words that end with a comma, where a description or an
   * action follows, and for anything but a clause before any relative clause behind a comma.
   */
  private int beforeAddition(int from, int to, Rule rule) {
    boolean clause =
        switch (rule) {
          case CLAUSE, PARENTHETICAL, ACCORDING, QUESTION, ADJECTIVE, NOUN -> true;
          default -> false;
        };
    for (int i = from + 1; i < to - 1; i++) {
      if (!isComma(i)) {
        continue;
      }
      boolean closes = tree.quoted(i) && tree.span(i + 2) != tree.span(i);
      int next = closes ? i + 2 : i + 1;
      boolean adds =
          closes ? adds(next) : !clause && !tree.quoted(i) && tree.pos(next).startsWith("W");
      if (adds && !tree.quoted(next)) {
        return closes ? i + 1 : i - 1;
      }
    }
    return to;
  }

  private boolean adds(int next) {
    return switch (tree.pos(next)) {
      case "VBG" -> !"including".equals(tree.lower(next));
      case "WDT", "WP" -> true;
      default -> false;
    };
  }

  /** The end of the content: before ", while others say ..." if that stands in it. */
  private int beforeContrast(int from, int to) {
    for (int i = from + 2; i < to - 2; i++) {
      boolean joins =
          ",".equals(tree.token(i).word())
              && !tree.quoted(i)
              && (tree.pos(i + 1).equals("CC") || "while".equals(tree.lower(i + 1)));
      for (int v = i + 3; joins && v <= Math.min(to, i + 9); v++) {
        boolean reports = "say".equals(tree.lemma(v)) || "tell".equals(tree.lemma(v));
        if (reports && tree.isFinite(v) && !tree.quoted(v) && tree.child(v, "nsubj") > i) {
          return i - 1;
        }
      }
    }
    return to;
  }

  /** The end of the content with the whole of a quotation that it reaches into. */
  private int withQuotation(int to) {
    int end = to;
    while (tree.quoted(to) && end + 1 < tree.size() && tree.span(end + 1) == tree.span(to)) {
      end++;
    }
    return end;
  }

  Quotation.Kind kind(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tree.quoted(i)) {
        return Quotation.Kind.MIXED;
      }
    }
    return Quotation.Kind.INDIRECT;
  }

  /**
   * What is left of a clause without the words that name its source: before them, behind them, or
   * around them where they stand in its middle. Null if nothing is left.
   */
  int[] without(int from, int to, int first, int last) {
    var whole = tree.trim(from, to);
    if (whole == null) {
      return null;
    }
    if (whole[0] >= first) {
      return tree.trim(last + 1, to);
    }
    return whole[1] <= last ? tree.trim(from, first - 1) : whole;
  }
}
