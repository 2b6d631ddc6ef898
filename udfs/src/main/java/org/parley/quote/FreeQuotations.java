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
    return attributed && canSpeak(phrase) ? phrase : null;
  }

  /**
   * Who spoke last before the words, in their paragraph or the one before, or the person of whom a
   * later sentence tells there; or null.
   */
  private Source last(List<Finding> findings, QuotedUnit unit) {
    int first = unit.from();
    while (first > 0 && tree.paragraph(unit.from()) - tree.paragraph(first - 1) <= 1) {
      first--;
    }
    Finding last = null;
    for (var finding : findings) {
      boolean before = finding.from() >= first && finding.to() < unit.from();
      if (before && canSpeak(finding.source()) && (last == null || finding.to() > last.to())) {
        last = finding;
      }
    }
    int spoken = last == null ? first - 1 : tree.sentenceLast(Math.max(last.to(), last.cue()));
    var told = toldOf(spoken + 1, unit.from());
    return told != null ? told : last == null ? null : last.source();
  }

  /** The last person between two tokens who is the subject of a sentence; or null. */
  private Source toldOf(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      boolean subject =
          !tree.quoted(i)
              && tree.relation(i).equals("nsubj")
              && tree.head(i) != NONE
              && (tree.relation(tree.head(i)).equals("root")
                  || tree.relation(tree.head(i)).equals("parataxis"));
      if (subject && isPerson(i)) {
        return sources.around(i, tree.head(i));
      }
    }
    return null;
  }

  private boolean isPerson(int head) {
    return switch (tree.lower(head)) {
      case "he", "she" -> true;
      default -> tree.token(head).ner().equals("PERSON");
    };
  }

  /** Whether a source is somebody rather than what a clause or a thing is called. */
  private boolean canSpeak(Source source) {
    if (source == null || tree.pos(source.head()).startsWith("W")) {
      return false;
    }
    return switch (tree.lower(source.head())) {
      case "it", "that", "this", "these", "those", "which" -> false;
      default -> true;
    };
  }
}
