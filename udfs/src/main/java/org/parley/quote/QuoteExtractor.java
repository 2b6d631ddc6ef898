package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.quote.Quotation.SpeakerClass;
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

  private QuoteExtractor(ReportingLexicon lexicon, Confidence confidence) {
    this.lexicon = lexicon;
    this.confidence = confidence;
  }

  /**
   * An extractor with the cues and counts of these seeds.
   *
   * @throws IllegalArgumentException if a row of {@code lexicon/reporting.csv} or {@code
   *     lexicon/quote-confidence.csv} cannot be read
   */
  public static QuoteExtractor of(Seeds seeds) {
    return new QuoteExtractor(ReportingLexicon.of(seeds), Confidence.of(seeds));
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
    var direct = quoted.find();
    var findings = new ArrayList<>(direct);
    var turns = new TranscriptFinder(tree).find();
    findings.addAll(turns);
    for (var candidate : new IndirectFinder(tree, lexicon).find()) {
      if (turns.stream().noneMatch(turn -> turn.cue() == candidate.cue())
          && direct.stream().noneMatch(finding -> clash(tree, finding, candidate))) {
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
    var nesting = new Nesting(tree, lexicon, new SpeakerResolver(tree, resolution));
    nesting.prune(findings);
    findings.removeIf(finding -> tree.section(finding.from()) == Section.BOILERPLATE);
    findings.sort(
        Comparator.comparingInt(Finding::from)
            .thenComparing(Comparator.comparingInt(Finding::to).reversed())
            .thenComparingInt(Finding::cue));
    return quotations(tree, resolution, findings, nesting);
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

  private List<Quotation> quotations(
      TokenTree tree, Resolution resolution, List<Finding> findings, Nesting nesting) {
    var speakers = new SpeakerResolver(tree, resolution);
    var quotations = new ArrayList<Quotation>();
    var affiliations = new Affiliations(tree, resolution);
    var unnamed = new UnnamedSources(tree);
    for (var finding : findings) {
      var source = finding.source();
      if (source != null && speakers.mention(source) == null) {
        source = unnamed.referent(source, speakers.classOf(source));
      }
      unnamed.spoke(source);
      int begin = tree.token(finding.from()).begin();
      int end = tree.token(finding.to()).end();
      var mention = source == null ? null : speakers.mention(source);
      var type = speakers.classOf(source);
      if (mention != null && type == SpeakerClass.UNKNOWN) {
        type = SpeakerClass.NAMED;
      }
      quotations.add(
          new Quotation(
              quotations.size(),
              finding.kind(),
              begin,
              end,
              tree.annotated.text(begin, end),
              finding.cue() == NONE ? "" : tree.text(finding.cue(), finding.cueLast()),
              source == null ? "" : tree.text(source.from(), source.to()),
              source == null ? -1 : tree.token(source.from()).begin(),
              source == null ? -1 : tree.token(source.to()).end(),
              mention == null ? null : mention.entityId(),
              type,
              finding.rule().label(),
              confidence.of(finding.rule(), tree.annotated.text(begin, end)),
              findings.indexOf(nesting.outer(finding, findings)),
              source == null || type == SpeakerClass.NAMED
                  ? Affiliation.NONE
                  : affiliations.of(source)));
    }
    return List.copyOf(quotations);
  }
}
