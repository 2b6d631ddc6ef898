package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.seed.Seeds;
import org.parley.text.Section;

/**
 * Finds who says what in a text: direct, indirect and mixed quotations with their cues and sources.
 * It works on the trees that the pipeline left and on quotation marks, by rules alone; sentences
 * that were not parsed get the rules that need no tree. Safe for use by several threads.
 */
public final class QuoteExtractor {
  private final ReportingLexicon lexicon;
  private final Confidence confidence;
  private final LabelWords labels;

  private QuoteExtractor(ReportingLexicon lexicon, Confidence confidence, LabelWords labels) {
    this.lexicon = lexicon;
    this.confidence = confidence;
    this.labels = labels;
  }

  /**
   * An extractor with the cues and counts of these seeds.
   *
   * @throws IllegalArgumentException if a row of {@code lexicon/reporting.csv}, {@code
   *     lexicon/quote-confidence.csv} or {@code lexicon/labels.csv} cannot be read
   */
  public static QuoteExtractor of(Seeds seeds) {
    return new QuoteExtractor(
        ReportingLexicon.of(seeds), Confidence.of(seeds), LabelWords.of(seeds));
  }

  /**
   * The quotations of a text in the order of their beginnings, an outer one before an inner one.
   *
   * @param annotated the text
   * @param resolution who is meant in it
   */
  public List<Quotation> extract(AnnotatedText annotated, Resolution resolution) {
    var tree = new TokenTree(annotated, outermost(annotated.quoteSpans()));
    var quoted = new DirectFinder(tree, lexicon);
    var paragraphs = new Paragraphs(tree);
    var turns = new TranscriptFinder(tree, paragraphs, labels).find();
    var cues = new CueFinder(tree, lexicon);
    turns.addAll(new BlockFinder(tree, paragraphs, cues).find(turns));
    var direct = new ArrayList<>(quoted.find());
    direct.removeIf(finding -> crosses(finding, turns));
    var findings = new ArrayList<>(direct);
    findings.addAll(turns);
    var indirect = new ArrayList<>(new IndirectFinder(tree, lexicon).find());
    indirect.addAll(new HeadlineFinder(tree, paragraphs, labels).find());
    for (var candidate : indirect) {
      if (!crosses(candidate, turns) && !clashes(tree, direct, candidate)) {
        findings.add(candidate);
      }
    }
    for (var unit : quoted.free()) {
      var reported = reportedBefore(tree, findings, unit);
      if (reported != null) {
        findings.add(
            new Finding(
                Quotation.Kind.DIRECT,
                unit.from(),
                unit.to(),
                NONE,
                NONE,
                reported.source(),
                Rule.CONTINUATION));
      }
    }
    var fragments = new FragmentFinder(tree);
    var rest = new FreeQuotations(tree);
    for (var unit : quoted.units()) {
      var fragment = fragments.of(unit, findings);
      var finding = fragment == null ? rest.of(unit, findings) : fragment;
      if (finding != null) {
        findings.add(finding);
      }
    }
    var speakers = new SpeakerResolver(tree, resolution);
    var nesting = new Nesting(tree, lexicon, speakers);
    nesting.prune(findings);
    findings.removeIf(finding -> tree.section(finding.from()) == Section.BOILERPLATE);
    findings.sort(
        Comparator.comparingInt(Finding::from)
            .thenComparing(Comparator.comparingInt(Finding::to).reversed())
            .thenComparingInt(Finding::cue));
    return new Attribution(tree, speakers, resolution, labels, confidence)
        .quotations(findings, nesting);
  }

  /**
   * The report in the sentence right before quoted words which begin a sentence of the same
   * paragraph, or null: She said the bridge was old. "It will fall."
   */
  private static Finding reportedBefore(TokenTree tree, List<Finding> findings, QuotedUnit unit) {
    int before = unit.from() - 1;
    if (before < 0
        || !tree.sameParagraph(before, unit.from())
        || tree.sameSentence(before, unit.from())) {
      return null;
    }
    Finding last = null;
    for (var finding : findings) {
      if (finding.overlaps(unit.from(), unit.to())) {
        return null;
      }
      boolean near = finding.to() <= before && tree.sameSentence(finding.to(), before);
      if (near && (last == null || finding.to() > last.to())) {
        last = finding;
      }
    }
    return last;
  }

  /** Whether a finding or its cue is neither inside a turn of a transcript nor outside of all. */
  private static boolean crosses(Finding finding, List<Finding> turns) {
    for (var turn : turns) {
      int first = finding.cue() == NONE ? finding.from() : Math.min(finding.from(), finding.cue());
      int last = Math.max(finding.to(), finding.cue());
      boolean inside = first >= turn.from() && last <= turn.to();
      if (!inside && first <= turn.to() && last >= turn.source().from()) {
        return true;
      }
    }
    return false;
  }

  private static boolean clashes(TokenTree tree, List<Finding> direct, Finding candidate) {
    for (var finding : direct) {
      if (clash(tree, finding, candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a clause is only part of a direct quotation, or has the same cue. */
  private static boolean clash(TokenTree tree, Finding direct, Finding candidate) {
    if (candidate.cue() == direct.cue()) {
      return true;
    }
    if (!direct.overlaps(candidate.from(), candidate.to())) {
      return false;
    }
    return (candidate.from() >= direct.from() && candidate.to() <= direct.to() + 1)
        || (tree.quoted(candidate.from()) && tree.quoted(candidate.to()));
  }

  private static List<QuoteSpan> outermost(List<QuoteSpan> spans) {
    var outer = new ArrayList<QuoteSpan>();
    for (var span : spans) {
      if (outer.isEmpty() || outer.get(outer.size() - 1).end() <= span.begin()) {
        outer.add(span);
      }
    }
    return outer;
  }
}
