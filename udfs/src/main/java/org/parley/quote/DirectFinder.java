package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import org.parley.quote.ReportingLexicon.Complement;

/** Finds whole quotations in quotation marks and the clause that names who spoke. */
final class DirectFinder {
  /** How many tokens may stand between a cue and the quotation it introduces. */
  private static final int REACH = 30;

  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();

  /** Quoted words in one piece: a span, or spans whose mark is repeated at each paragraph. */
  private record Unit(int from, int to) {}

  DirectFinder(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.cues = new CueFinder(tree, lexicon);
    this.sources = new Sources(tree);
  }

  /** All direct quotations in order. */
  List<Finding> find() {
    Finding previous = null;
    for (var unit : units()) {
      var finding = before(unit);
      if (finding == null) {
        finding = after(unit);
      }
      if (finding == null && previous != null && continues(previous, unit)) {
        findings.remove(findings.size() - 1);
        finding =
            new Finding(
                previous.kind(),
                previous.from(),
                unit.to(),
                previous.cue(),
                previous.cueLast(),
                previous.source(),
                previous.rule());
      }
      if (finding != null) {
        findings.add(finding);
        previous = finding;
      }
    }
    return findings;
  }

  private List<Unit> units() {
    var units = new ArrayList<Unit>();
    int i = 0;
    while (i < tree.size()) {
      if (!tree.quoted(i)) {
        i++;
        continue;
      }
      int from = i;
      int to = i;
      while (i < tree.size() && tree.quoted(i)) {
        boolean newSpan = tree.span(i) != tree.span(to);
        if (newSpan && (tree.spans.get(tree.span(to)).closed() || tree.sameParagraph(i, to))) {
          break;
        }
        to = i++;
      }
      units.add(new Unit(from, to));
    }
    return units;
  }

  /** Whether the words in marks look like a sentence's own rather than a term. */
  private boolean isSentenceLike(Unit unit) {
    return unit.to() - unit.from() >= 6 || endsClause(unit);
  }

  private boolean endsClause(Unit unit) {
    int last = unit.to() - 1;
    return last > unit.from() && ",.?!\u2014\u2026...-".contains(tree.token(last).word());
  }

  /** She said: "...". */
  private Finding before(Unit unit) {
    int last = unit.from() - 1;
    if (last < 0 || tree.quoted(last)) {
      return null;
    }
    boolean colon = ":".equals(tree.token(last).word());
    if (!colon && !tree.sameParagraph(last, unit.from())) {
      return null;
    }
    if (!colon
        && !tree.sameSentence(last, unit.from())
        && tree.isPunctuation(last)
        && !",".equals(tree.token(last).word())) {
      return null;
    }
    int limit = Math.max(tree.sentenceFirst(last), last - REACH);
    boolean comma = ",".equals(tree.token(last).word());
    for (int i = last; i >= limit && !tree.quoted(i); i--) {
      var match = cues.verb(i, Complement.QUOTE);
      if (match != null && !isModifier(i)) {
        if (!colon && !comma && i != last && !fits(unit, i, last)) {
          return null;
        }
        if (!colon && hasOwnContent(i, unit)) {
          return null;
        }
        var source = sources.subject(i);
        if (source == null) {
          source = sources.phraseBefore(i - 1, limit);
        }
        if (source == null) {
          return null;
        }
        return new Finding(
            Quotation.Kind.DIRECT, unit.from(), unit.to(), i, i, source, Rule.CUE_QUOTE);
      }
      if (tree.isFinite(i) && !colon) {
        return null;
      }
    }
    return accordingTo(unit, last, limit);
  }

  private Finding accordingTo(Unit unit, int last, int limit) {
    for (int i = last; i > limit; i--) {
      if ("to".equals(tree.lower(i)) && "according".equals(tree.lower(i - 1))) {
        var source = sources.phraseAt(i + 1);
        return source == null
            ? null
            : new Finding(
                Quotation.Kind.DIRECT, unit.from(), unit.to(), i - 1, i, source, Rule.SOURCE_QUOTE);
      }
    }
    return null;
  }

  /** A participle before its noun or a relative clause of somebody else is not the cue. */
  private boolean isModifier(int i) {
    return tree.relation(i).equals("amod");
  }

  /** Whether all between cue and quotation are the cue's own adjuncts, and the words a sentence. */
  private boolean fits(Unit unit, int cue, int last) {
    if (!isSentenceLike(unit) || unit.from() + 1 >= tree.size()) {
      return false;
    }
    for (int i = cue + 1; i <= last; i++) {
      if (tree.parsed(i) && !tree.isUnder(i, cue)) {
        return false;
      }
    }
    return Character.isUpperCase(tree.token(unit.from() + 1).word().charAt(0));
  }

  /** Whether the cue reports more than the quotation: then the whole is a mixed quotation. */
  private boolean hasOwnContent(int cue, Unit unit) {
    for (int c : tree.children(cue)) {
      if (c > cue && tree.relation(c).equals("ccomp") && tree.sameSentence(c, unit.from())) {
        if (tree.first(c) < unit.from() - 1) {
          return true;
        }
        if (tree.sameSentence(unit.to(), cue) && tree.last(c) > unit.to() + 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** "...," she said. */
  private Finding after(Unit unit) {
    int next = unit.to() + 1;
    if (next >= tree.size() || !tree.sameParagraph(next, unit.to())) {
      return null;
    }
    boolean comma = ",".equals(tree.token(next).word()) || "-".equals(tree.token(next).word());
    if (comma) {
      next++;
    }
    if (next >= tree.size() || (!comma && !endsClause(unit))) {
      return null;
    }
    int end = Math.min(tree.sentenceLast(next), next + REACH);
    for (int i = next; i <= end && !tree.quoted(i); i++) {
      var match = cues.verb(i, Complement.QUOTE);
      if (match == null
          || !(tree.isFinite(i) || tree.pos(i).equals("VBN") || tree.pos(i).equals("VB"))) {
        if (match == null
            && tree.isFinite(i)
            && tree.child(i, "aux") == NONE
            && !isAuxiliary(i)
            && !isInSubject(i, next)) {
          return null;
        }
        continue;
      }
      if (isInSubject(i, next) && tree.relation(i).startsWith("acl")) {
        continue;
      }
      return attributed(unit, next, i);
    }
    int to = next;
    if ("according".equals(tree.lower(to))
        && "to".equals(tree.lower(Math.min(to + 1, tree.size() - 1)))) {
      var source = to + 2 < tree.size() ? sources.phraseAt(to + 2) : null;
      return source == null
          ? null
          : new Finding(
              Quotation.Kind.DIRECT, unit.from(), unit.to(), to, to + 1, source, Rule.SOURCE_QUOTE);
    }
    return null;
  }

  private boolean isAuxiliary(int i) {
    return tree.relation(i).startsWith("aux") || tree.relation(i).equals("cop");
  }

  /** Whether a verb stands inside a phrase that began at the token: a relative clause. */
  private boolean isInSubject(int i, int from) {
    int governor = tree.head(i);
    return tree.relation(i).startsWith("acl") && governor >= from && governor < i;
  }

  private Finding attributed(Unit unit, int next, int cue) {
    boolean ownSentence = !tree.sameSentence(next, unit.to());
    if (ownSentence && ".".equals(tree.token(unit.to() - 1).word()) && reportsAfter(cue)) {
      return null;
    }
    Source source = null;
    if (onlyAdverbs(next, cue)) {
      source = sources.subject(cue);
      if (source == null || source.from() < cue) {
        source = cue + 1 < tree.size() ? sources.phraseAt(cue + 1) : null;
      }
    } else {
      source = sources.subject(cue);
      if (source == null || source.head() < next || source.head() > cue) {
        source = sources.phraseBefore(cue - 1, next);
      }
    }
    return source == null
        ? null
        : new Finding(
            Quotation.Kind.DIRECT, unit.from(), unit.to(), cue, cue, source, Rule.QUOTE_CUE);
  }

  private boolean reportsAfter(int cue) {
    int content = tree.child(cue, "ccomp");
    return content > cue;
  }

  private boolean onlyAdverbs(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tree.pos(i).startsWith("RB")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a quotation without a cue of its own goes on with the one before. */
  private boolean continues(Finding previous, Unit unit) {
    if (!isSentenceLike(unit) || unit.from() <= previous.to()) {
      return false;
    }
    int paragraphs = tree.paragraph(unit.from()) - tree.paragraph(previous.to());
    if (paragraphs > 1) {
      return false;
    }
    boolean starts =
        unit.from() == 0
            || !tree.sameSentence(unit.from() - 1, unit.from())
            || ",".equals(tree.token(unit.from() - 1).word())
            || ".".equals(tree.token(unit.from() - 1).word());
    if (!starts) {
      return false;
    }
    // Between the two only the clause that names the speaker.
    for (int i = previous.to() + 1; i < unit.from(); i++) {
      boolean own =
          previous.cue() != NONE
              && tree.sameSentence(i, previous.cue())
              && previous.cue() > previous.from();
      if (!own && !tree.isPunctuation(i)) {
        return false;
      }
    }
    return true;
  }
}
