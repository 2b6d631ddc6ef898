package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds direct quotations: attributes each piece of quoted words to the clause next to it that
 * names a speaker, and joins the pieces that have no such clause to their neighbours.
 */
final class DirectFinder {
  private final TokenTree tree;
  private final QuoteAttribution attribution;
  private final List<QuotedUnit> units;
  private final List<Finding> findings = new ArrayList<>();
  private final List<QuotedUnit> free = new ArrayList<>();

  /** Quoted paragraphs that no speaker is named for, waiting for the next one that has one. */
  private QuotedUnit pending;

  DirectFinder(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.attribution = new QuoteAttribution(tree, lexicon);
    this.units = units(tree);
  }

  /** All direct quotations in order. */
  List<Finding> find() {
    for (var unit : units) {
      var finding = attribution.of(unit);
      if (finding != null) {
        add(finding);
      } else if (unit.isSentenceLike(tree)) {
        addFree(unit);
      }
    }
    flush();
    return findings;
  }

  /** The pieces of quoted words in order. */
  List<QuotedUnit> units() {
    return units;
  }

  private static List<QuotedUnit> units(TokenTree tree) {
    var units = new ArrayList<QuotedUnit>();
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
      units.add(new QuotedUnit(from, to));
    }
    return units;
  }

  private void add(Finding finding) {
    var previous = previous();
    if (previous != null && previous.cue() == finding.cue() && previous.to() < finding.from()) {
      continueWith(previous, finding.from(), finding.to());
      return;
    }
    if (pending != null && finding.cue() > finding.from() && joinsForward(finding)) {
      var joined = finding.withBegin(pending.from());
      pending = null;
      findings.add(joined);
      return;
    }
    flush();
    findings.add(finding);
  }

  private void addFree(QuotedUnit unit) {
    var previous = previous();
    if (pending == null && previous != null && goesOn(previous, unit)) {
      continueWith(previous, unit.from(), unit.to());
    } else if (isOwnParagraph(unit)) {
      if (pending != null && isNextParagraph(pending.to(), unit.from())) {
        pending = new QuotedUnit(pending.from(), unit.to());
      } else {
        flush();
        pending = unit;
      }
    } else {
      free.add(unit);
    }
  }

  /** The sentences in marks that {@link #find()} gave to nobody. */
  List<QuotedUnit> free() {
    return free;
  }

  /** Gives paragraphs without a speaker to the quotation that they follow, if they follow one. */
  private void flush() {
    if (pending == null) {
      return;
    }
    var previous = previous();
    if (previous != null && isNextParagraph(previous.to(), pending.from())) {
      replaceLast(previous.withEnd(pending.to()));
    }
    pending = null;
  }

  /**
   * Adds more of the same quotation: to the one before, or as one of its own where more narration
   * than quoted words would stand between the two.
   */
  private void continueWith(Finding previous, int from, int to) {
    int between = tree.token(from).begin() - tree.token(previous.to()).end();
    int quoted = 0;
    for (int i = previous.from(); i <= to; i++) {
      quoted += tree.quoted(i) ? tree.token(i).end() - tree.token(i).begin() + 1 : 0;
    }
    if (between < quoted) {
      replaceLast(previous.withEnd(to));
    } else {
      findings.add(
          new Finding(
              Quotation.Kind.DIRECT, from, to, NONE, NONE, previous.source(), Rule.CONTINUATION));
    }
  }

  private Finding previous() {
    return findings.isEmpty() ? null : findings.get(findings.size() - 1);
  }

  private void replaceLast(Finding finding) {
    findings.set(findings.size() - 1, finding);
  }

  /**
   * Whether waiting paragraphs belong to the quotation that follows: nobody spoke right before
   * them.
   */
  private boolean joinsForward(Finding next) {
    if (!isNextParagraph(pending.to(), next.from())) {
      return false;
    }
    var previous = previous();
    return previous == null || !isNextParagraph(previous.to(), pending.from());
  }

  private boolean isNextParagraph(int earlier, int later) {
    return tree.paragraph(later) - tree.paragraph(earlier) == 1;
  }

  private boolean isOwnParagraph(QuotedUnit unit) {
    boolean starts = unit.from() == 0 || !tree.sameParagraph(unit.from() - 1, unit.from());
    boolean ends = unit.to() + 1 == tree.size() || !tree.sameParagraph(unit.to() + 1, unit.to());
    return starts && ends;
  }

  /** Whether only the clause that names the speaker stands between a quotation and more of it. */
  private boolean goesOn(Finding previous, QuotedUnit unit) {
    if (!tree.sameParagraph(previous.to(), unit.from())) {
      return false;
    }
    String before = tree.token(unit.from() - 1).word();
    boolean starts =
        !tree.sameSentence(unit.from() - 1, unit.from())
            || ",".equals(before)
            || ".".equals(before);
    for (int i = previous.to() + 1; i < unit.from() && starts; i++) {
      boolean own = previous.cue() > previous.from() && tree.sameSentence(i, previous.cue());
      starts = own || tree.isPunctuation(i);
    }
    return starts;
  }
}
