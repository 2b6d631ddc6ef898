package org.parley.stance;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parley.entity.Gazetteer;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.quote.Quotation;
import org.parley.seed.Seeds;
import org.parley.stance.StanceEvidence.Channel;
import org.parley.stance.StanceEvidence.Time;
import org.parley.text.Section;

/**
 * Finds who is for or against whom and what: frames of the lexicon over dependency trees, composed
 * with the operators around them. Immutable; safe for use by several threads.
 */
public final class StanceExtractor {
  /** Weaker stances say nothing that holds: "did not rule out". */
  private static final double FAINTEST = 0.1;

  /** How much surer a stance on somebody is without a word on the way that turned its sign. */
  private static final double TURNED = 0.65;

  /** How sure it is that who leaves somebody is against him. */
  private static final double LEFT = 0.85;

  /** What is left of a stance against something that one declines to take: it is not support. */
  private static final double DECLINED = 0.35;

  /** How sure anything is in a line whose names are glued together. */
  private static final double GARBLED = 0.5;

  private static final Map<Channel, Double> TRUST =
      Map.of(
          Channel.DIRECT, 0.95,
          Channel.INDIRECT, 0.9,
          Channel.ACT, 0.75,
          Channel.THIRD_PARTY, 0.65,
          Channel.INFERRED, 0.3);

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
        found.addAll(consistent(sentence(reading, sentence)));
      }
    }
    return List.copyOf(found);
  }

  private List<StanceEvidence> sentence(Reading reading, Sentence sentence) {
    var tree = reading.tree(sentence.index());
    var projection = new Projection(frames, lexicon.operators(), issues, reading, tree);
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
    var frame = match.frame();
    for (FrameMatcher.Filler filler : match.fillers()) {
      // A clause that is demanded or meant carries its negation itself.
      boolean denied = embedding.negated() && !filler.slot().equals("clause");
      double factor =
          embedding.sign() * embedding.strength() * (denied ? denied(frame, filler) : 1);
      for (Reach.Hit hit : projection.targets(match, filler)) {
        boolean issue = hit.kind() != StanceEvidence.TargetKind.ENTITY;
        // Whom one urges is not what one urges.
        boolean addressee =
            Set.of("demand", "commit", "want", "hope").contains(frame.kind())
                && hit.token() == filler.token()
                && !filler.slot().equals("against");
        boolean far = frame.kind().equals("shift") && !hit.operators().isEmpty();
        boolean attribute = filler.slot().equals("node") && frame.bySpeaker();
        // "Allowed X to go first", "encouraged X to leave": that is wanted, and no more.
        boolean permitted =
            Set.of("accept", "support").contains(frame.kind())
                && filler.slot().equals("obj")
                && tree.children(match.node(), "xcomp").stream()
                    .anyMatch(next -> tree.marker(next).equals("to"));
        // "A strong opponent of X": the adjective judges the opponent.
        boolean beyond =
            frame.bySpeaker()
                && tree.relation(match.node()).equals("amod")
                && !hit.operators().isEmpty();
        // "A really good Trump rally" is no good Trump.
        boolean named =
            filler.slot().equals("node")
                && tree.children(filler.token(), "det").stream()
                    .anyMatch(det -> Set.of("a", "an").contains(tree.word(det)));
        boolean another = frame.isEffect() || addressee || far || permitted || named;
        if (beyond || (issue ? attribute : another)) {
          continue;
        }
        boolean declined = embedding.sign() < 0 && hit.sign() < 0;
        double score = hit.sign() * frame.intensity() * factor * (declined ? DECLINED : 1);
        if (hit.sign() != 0 && Math.abs(score) < FAINTEST) {
          continue;
        }
        for (var holder : held.entrySet()) {
          if (!holder.getKey().equals(hit.targetId())) {
            add(reading, tree, match, embedding, sources, holder, hit, score, found);
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

  private void add(
      Reading reading,
      Tree tree,
      FrameMatcher.Match match,
      Embedding embedding,
      Sources sources,
      Map.Entry<String, Double> holder,
      Reach.Hit hit,
      double score,
      List<StanceEvidence> found) {
    var frame = match.frame();
    Channel channel = sources.channel(reading, tree, match, holder.getKey());
    double confidence =
        TRUST.get(channel)
            * holder.getValue()
            * hit.confidence()
            * (hit.kind() == StanceEvidence.TargetKind.ENTITY && !hit.operators().isEmpty()
                ? TURNED
                : 1)
            * (hit.kind() == StanceEvidence.TargetKind.ENTITY && frame.kind().equals("shift")
                ? LEFT
                : 1)
            * embedding.certainty()
            * (reading.isGarbled(tree.sentence()) ? GARBLED : 1)
            * lexicon.reliability().of(frame)
            * (Math.abs(score) < 0.35 ? 0.7 : 1)
            * (embedding.conditional() ? 0.85 : 1);
    var operators = new ArrayList<>(hit.operators());
    operators.addAll(embedding.operators());
    int[] span = Clause.span(tree, match, hit.token());
    boolean shift = frame.kind().equals("shift");
    Time time = embedding.time();
    int polarity = (int) Math.signum(score);
    var now =
        new StanceEvidence(
            tree.sentence().index(),
            holder.getKey(),
            hit.targetId(),
            hit.kind(),
            Clause.phrase(reading, tree, hit.token()),
            polarity,
            clamp(score),
            clamp(confidence),
            channel,
            time,
            embedding.conditional(),
            frame.id(),
            operators,
            sources.chain(holder.getKey()),
            span[0],
            span[1],
            reading.text().text(span[0], span[1]));
    found.add(now);
    // "backed away from X" and "no longer wants X" tell that there was a time when it was
    // otherwise.
    if ((shift && !embedding.negated()) || embedding.noLonger()) {
      found.add(
          new StanceEvidence(
              now.sentence(),
              now.holderId(),
              now.targetId(),
              now.targetKind(),
              now.targetText(),
              -polarity,
              clamp(-score),
              clamp(confidence * 0.9),
              channel,
              Time.PAST,
              now.conditional(),
              now.frame(),
              now.operators(),
              now.sourceChain(),
              now.begin(),
              now.end(),
              now.evidence()));
    }
  }

  private static double clamp(double value) {
    double rounded = Math.round(value * 1000) / 1000.0;
    return Math.max(-1, Math.min(1, rounded));
  }

  /** One row for each holder, target and time: the surest; none where the signs contradict. */
  private static List<StanceEvidence> consistent(List<StanceEvidence> rows) {
    record Key(String holder, String target, Time time) {}
    var best = new LinkedHashMap<Key, StanceEvidence>();
    var contradicted = new HashSet<Key>();
    for (StanceEvidence row : rows) {
      var key = new Key(row.holderId(), row.targetId(), row.time());
      var other = best.get(key);
      if (other == null) {
        best.put(key, row);
        continue;
      }
      if (other.polarity() != row.polarity()
          && Math.abs(other.confidence() - row.confidence()) < 0.1) {
        contradicted.add(key);
      }
      if (row.confidence() > other.confidence()) {
        best.put(key, row);
      }
    }
    contradicted.forEach(best::remove);
    return best.values().stream()
        .sorted(
            comparingInt(StanceEvidence::begin)
                .thenComparingInt(StanceEvidence::end)
                .thenComparing(StanceEvidence::holderId)
                .thenComparing(StanceEvidence::targetId)
                .thenComparing(StanceEvidence::time))
        .toList();
  }
}
