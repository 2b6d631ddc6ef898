package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what a headline reports with a colon instead of a verb: "Lund: The harbour stays open",
 * "Harbour stays open: Lund", "Poll: Lund ahead". Other paragraphs of one sentence are read so only
 * where a name and a clause leave little doubt.
 */
final class HeadlineFinder {
  /** A headline's name and its content have at least so many words together with a finite verb. */
  private static final int MIN_WORDS = 3;

  private static final int MAX_WORDS = 25;

  private final TokenTree tree;
  private final Paragraphs paragraphs;
  private final LabelWords labels;
  private final Sources sources;

  HeadlineFinder(TokenTree tree, Paragraphs paragraphs, LabelWords labels) {
    this.tree = tree;
    this.paragraphs = paragraphs;
    this.labels = labels;
    this.sources = new Sources(tree);
  }

  /** All of them in order. */
  List<Finding> find() {
    var findings = new ArrayList<Finding>();
    for (int p = 0; p < paragraphs.size(); p++) {
      int colon = colon(p);
      if (colon != NONE) {
        var finding = named(p, colon);
        finding = finding == null && isHeadline(p) ? attributed(p, colon) : finding;
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /** The only colon of a paragraph, outside of quotation marks; or none. */
  private int colon(int p) {
    int colon = NONE;
    for (int i = paragraphs.first(p); i <= paragraphs.last(p); i++) {
      if (!tree.quoted(i) && ":".equals(tree.token(i).word())) {
        if (colon != NONE) {
          return NONE;
        }
        colon = i;
      }
    }
    return colon;
  }

  private boolean isHeadline(int p) {
    return p == 0 && tree.words(paragraphs.first(p), paragraphs.last(p)) <= MAX_WORDS;
  }

  /** "Lund: The harbour stays open". */
  private Finding named(int p, int colon) {
    int first = paragraphs.first(p);
    int last = paragraphs.last(p);
    boolean oneSentence = tree.sentenceLast(Math.min(colon + 1, last)) == last;
    var content = colon > first ? tree.trim(colon + 1, last) : null;
    if (content == null || (tree.quoted(content[0]) && isWhole(content))) {
      return null;
    }
    var source = source(first, colon - 1);
    if (source == null) {
      return null;
    }
    // "ROME: ..." below the headline says where a report was written.
    boolean place = tree.token(source.head()).ner().equals("LOCATION");
    boolean clause = !place && hasFiniteVerb(content) && !tree.quoted(content[0]) && oneSentence;
    boolean headline =
        isHeadline(p)
            && tree.words(content[0], content[1]) >= MIN_WORDS
            && !(place && isCapitals(source))
            && !tree.pos(content[0]).startsWith("W")
            && !tree.pos(content[0]).equals("CD");
    return clause || headline ? finding(content, colon, source) : null;
  }

  private boolean isCapitals(Source source) {
    String word = tree.token(source.head()).word();
    return word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** Whether words are one quotation from end to end, which other rules attribute. */
  private boolean isWhole(int[] content) {
    return tree.span(content[0]) == tree.span(content[1]);
  }

  /** "Harbour stays open: Lund". */
  private Finding attributed(int p, int colon) {
    var content = tree.trim(paragraphs.first(p), colon - 1);
    var end = tree.trim(colon + 1, paragraphs.last(p));
    var source = end == null || end[1] - end[0] > 4 ? null : source(end[0], end[1]);
    boolean reports =
        content != null
            && source != null
            && tree.words(content[0], content[1]) >= MIN_WORDS
            && hasFiniteVerb(content);
    return reports ? finding(content, colon, source) : null;
  }

  /**
   * The source that all these tokens are, or their last part behind a dash ("EXCLUSIVE - Lund"), or
   * null: a name, or a word for those whom headlines quote.
   */
  private Source source(int from, int to) {
    if (from > to) {
      return null;
    }
    if (labels.kind(tree.text(from, to)) == LabelWords.Kind.SOURCE) {
      return new Source(from, to, to);
    }
    var name = sources.phrases.before(to, from);
    boolean alone =
        name != null
            && tree.isName(name.head())
            && tree.token(name.head()).ner().matches("PERSON|ORGANIZATION|LOCATION")
            && (name.from() == from || tree.isPunctuation(name.from() - 1));
    for (int i = alone ? name.from() : to + 1; i <= to; i++) {
      alone &= !tree.pos(i).equals("IN");
    }
    return alone ? name : null;
  }

  private Finding finding(int[] content, int colon, Source source) {
    boolean marks = false;
    for (int i = content[0]; i <= content[1]; i++) {
      marks |= tree.quoted(i);
    }
    return new Finding(
        marks ? Quotation.Kind.MIXED : Quotation.Kind.INDIRECT,
        content[0],
        content[1],
        colon,
        colon,
        source,
        Rule.COLON);
  }

  private boolean hasFiniteVerb(int[] content) {
    for (int i = content[0]; i <= content[1]; i++) {
      if (tree.isFinite(i)) {
        return true;
      }
    }
    return false;
  }
}
