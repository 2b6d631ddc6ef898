package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import org.parley.entity.Resolution;
import org.parley.quote.Quotation.SpeakerClass;

/** Names the speakers of findings: turns findings, in the order of a text, into quotations. */
final class Attribution {
  /**
   * Who speaks.
   *
   * @param source where he stands in the text, or null
   * @param id the entity, or null
   * @param type what kind of source it is
   */
  private record Speaker(Source source, String id, SpeakerClass type) {}

  private final TokenTree tree;
  private final Confidence confidence;
  private final SpeakerResolver speakers;
  private final TurnSpeakers turnSpeakers;
  private final Affiliations affiliations;
  private final UnnamedSources unnamed;

  Attribution(
      TokenTree tree,
      SpeakerResolver speakers,
      Resolution resolution,
      LabelWords labels,
      Confidence confidence) {
    this.tree = tree;
    this.confidence = confidence;
    this.speakers = speakers;
    this.turnSpeakers = new TurnSpeakers(tree, resolution, labels);
    this.affiliations = new Affiliations(tree, resolution);
    this.unnamed = new UnnamedSources(tree);
  }

  /** The quotations that findings in the order of their beginnings are. */
  List<Quotation> quotations(List<Finding> findings, Nesting nesting) {
    var quotations = new ArrayList<Quotation>();
    for (var finding : findings) {
      var outer = nesting.outer(finding, findings);
      quotations.add(
          quotation(quotations.size(), finding, outer == null ? NONE : findings.indexOf(outer)));
    }
    return List.copyOf(quotations);
  }

  private Quotation quotation(int index, Finding finding, int outer) {
    int begin = tree.token(finding.from()).begin();
    int end = tree.token(finding.to()).end();
    String text = tree.annotated.text(begin, end);
    var speaker = finding.rule() == Rule.TURN ? turn(finding.source()) : speaker(finding.source());
    var source = speaker.source();
    boolean unaffiliated =
        source == null || finding.rule() == Rule.TURN || speaker.type() == SpeakerClass.NAMED;
    return new Quotation(
        index,
        finding.kind(),
        begin,
        end,
        text,
        finding.cue() == NONE ? "" : tree.text(finding.cue(), finding.cueLast()),
        source == null ? "" : tree.text(source.from(), source.to()),
        source == null ? -1 : tree.token(source.from()).begin(),
        source == null ? -1 : tree.token(source.to()).end(),
        speaker.id(),
        speaker.type(),
        finding.rule().label(),
        confidence.of(finding.rule(), text),
        outer,
        unaffiliated ? Affiliation.NONE : affiliations.of(source));
  }

  private Speaker speaker(Source found) {
    var source = found;
    if (source != null && speakers.mention(source) == null) {
      source = unnamed.referent(source, speakers.classOf(source));
    }
    unnamed.spoke(source);
    var mention = source == null ? null : speakers.mention(source);
    var type = speakers.classOf(source);
    if (mention != null && type == SpeakerClass.UNKNOWN) {
      type = SpeakerClass.NAMED;
    }
    return new Speaker(source, mention == null ? null : mention.entityId(), type);
  }

  private Speaker turn(Source label) {
    String id = turnSpeakers.of(label);
    boolean unknown = id == null && turnSpeakers.isLetter(label);
    return new Speaker(label, id, unknown ? SpeakerClass.UNKNOWN : SpeakerClass.NAMED);
  }
}
