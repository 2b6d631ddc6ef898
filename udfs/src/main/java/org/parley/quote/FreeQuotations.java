package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.List;

/**
 * Takes quoted words that are too many for a term, though no rule attributes them, for a quotation
 * of whoever is named right behind them, or else of who spoke last.
 */
final class FreeQuotations {
  /** So many quoted words are somebody's, even if nothing says whose. */
  private static final int LONG = 8;

  private final TokenTree tree;
  private final Sources sources;

  FreeQuotations(TokenTree tree) {
    this.tree = tree;
    this.sources = new Sources(tree);
  }

  /** The quotation that the words are, or null if they are few or part of a finding. */
  Finding of(QuotedUnit unit, List<Finding> findings) {
    if (unit.words(tree) < LONG || Finding.anyOverlaps(findings, unit.from(), unit.to())) {
      return null;
    }
    var source = behind(unit);
    return Finding.direct(
        unit, NONE, NONE, source == null ? last(findings, unit) : source, Rule.FREE);
  }

  /** Who is named right behind the words, with or without a verb of saying; or null. */
  private Source behind(QuotedUnit unit) {
    int next = unit.to() + 1;
    if (next < tree.size() && tree.isPunctuation(next)) {
      next++;
    }
    if (next + 1 >= tree.size() || tree.quoted(next) || !tree.sameParagraph(next, unit.to())) {
      return null;
    }
    boolean says = "say".equals(tree.lemma(next)) || "write".equals(tree.lemma(next));
    var phrase = sources.phrases.at(says ? next + 1 : next);
    int verb = phrase == null ? NONE : phrase.to() + 1;
    boolean attributed =
        says
            || (verb != NONE
                && verb < tree.size()
                && tree.sameSentence(verb, next)
                && (tree.isPunctuation(verb) || tree.isFinite(verb)));
    return attributed ? phrase : null;
  }

  /** Who spoke last before the words, in their paragraph or the one before; or null. */
  private Source last(List<Finding> findings, QuotedUnit unit) {
    Finding last = null;
    for (var finding : findings) {
      boolean before = finding.to() < unit.from() && finding.source() != null;
      if (before
          && tree.paragraph(unit.from()) - tree.paragraph(finding.to()) <= 1
          && (last == null || finding.to() > last.to())) {
        last = finding;
      }
    }
    return last == null ? null : last.source();
  }
}
