package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.parley.entity.Gazetteer;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.quote.Quotation;
import org.parley.seed.Seeds;
import org.parley.text.Section;

/**
 * Finds who is for or against whom and what: frames of the lexicon over dependency trees, composed
 * with the operators around them. Immutable; safe for use by several threads.
 */
public final class StanceExtractor {
  /** Weaker stances say nothing that holds: "did not rule out". */
  private static final double FAINTEST = 0.1;

  /** What is left of a stance against something that one declines to take: it is not support. */
  private static final double DECLINED = 0.35;

  private final Lexicon lexicon;
  private final FrameMatcher frames;
  private final IssueMatcher issues;
  private final Holders holders;

  /**
   * An extractor.
   *
   * @param rollUp from an organ of a state, such as a ministry, to its country; any other id is its
   *     own
   */
  public StanceExtractor(Lexicon lexicon, Issues issues, UnaryOperator<String> rollUp) {
    this.lexicon = lexicon;
    this.frames = new FrameMatcher(lexicon);
    this.issues = new IssueMatcher(issues);
    this.holders = new Holders(lexicon.operators(), rollUp);
  }

  /** The extractor with the lexicon, the issues and the governments of the seeds. */
  public static StanceExtractor of(Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    return new StanceExtractor(Lexicon.load(seeds), Issues.load(seeds), gazetteer::spokenFor);
  }

  /**
   * The stances that a text shows, in order of their evidence. Sentences without a parse show none.
   */
  public List<StanceEvidence> extract(
      AnnotatedText text, Resolution resolution, List<Quotation> quotations) {
    var reading = new Reading(text, resolution, quotations, lexicon.operators());
    var found = new ArrayList<StanceEvidence>();
    for (Sentence sentence : text.sentences()) {
      if (sentence.parsed()
          && sentence.section() != Section.BOILERPLATE
          && sentence.section() != Section.BYLINE) {
        found.addAll(EvidenceRows.consistent(sentence(reading, sentence)));
      }
    }
    return List.copyOf(found);
  }

  private List<StanceEvidence> sentence(Reading reading, Sentence sentence) {
    var tree = reading.tree(sentence.index());
    var projection = new Projection(frames, lexicon, issues, reading, tree);
    var found = new ArrayList<StanceEvidence>();
    for (int node = 0; node < tree.size(); node++) {
      var matches = new ArrayList<>(frames.matches(tree, node));
      matches.addAll(frames.deontic(tree, node));
      for (FrameMatcher.Match match : matches) {
        evidence(reading, tree, projection, match, found);
      }
    }
    return found;
  }

  private void evidence(
      Reading reading,
      Tree tree,
      Projection projection,
      FrameMatcher.Match match,
      List<StanceEvidence> found) {
    var embedding = Embedding.of(lexicon, tree, match);
    if (embedding.blocked()) {
      return;
    }
    var sources = Sources.of(holders, reading, tree, match, embedding);
    Map<String, Double> held = holders(reading, tree, match, embedding, sources);
    if (held.isEmpty()) {
      return;
    }
    var rows = new EvidenceRows(lexicon, reading, tree, match, embedding, sources, held.keySet());
    var frame = match.frame();
    for (FrameMatcher.Filler filler : match.fillers()) {
      // A clause that is demanded or meant carries its negation itself.
      boolean denied = embedding.negated() && !filler.slot().equals("clause");
      double factor =
          embedding.sign() * embedding.strength() * (denied ? denied(frame, filler) : 1);
      for (Reach.Hit hit : projection.targets(match, filler)) {
        if (Unmeant.isUnmeant(tree, match, filler, hit)) {
          continue;
        }
        boolean declined = embedding.sign() < 0 && hit.sign() < 0;
        double score = hit.sign() * frame.intensity() * factor * (declined ? DECLINED : 1);
        if (hit.sign() != 0 && Math.abs(score) < FAINTEST) {
          continue;
        }
        for (var holder : held.entrySet()) {
          if (!holder.getKey().equals(hit.targetId())) {
            found.addAll(rows.of(holder, hit, score));
          }
        }
      }
    }
  }

  /** What negation makes of a frame: who does not harm is not good yet. */
  private double denied(Frame frame, FrameMatcher.Filler filler) {
    boolean badDeed =
        frame.kind().equals("evaluate") && frame.part() == Frame.Part.VERB && filler.sign() < 0;
    return badDeed ? 0 : lexicon.operators().negated(frame.kind());
  }

  private Map<String, Double> holders(
      Reading reading, Tree tree, FrameMatcher.Match match, Embedding embedding, Sources sources) {
    if (match.holders().equals(List.of(match.node()))) {
      return holders.described(reading, tree, match.node());
    }
    if (!match.holders().isEmpty()) {
      return holders.resolve(reading, tree, match.holders(), embedding.sources());
    }
    var held = new LinkedHashMap<String, Double>();
    var speaker = sources.innermost();
    if (match.frame().bySpeaker() && speaker != null) {
      held.put(speaker.entityId(), speaker.confidence());
    }
    return held;
  }
}
