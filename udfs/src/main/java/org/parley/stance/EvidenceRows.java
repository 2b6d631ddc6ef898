package org.parley.stance;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.stance.StanceEvidence.Channel;
import org.parley.stance.StanceEvidence.Time;

/** Makes rows of evidence of what a frame says in its sentence. */
final class EvidenceRows {
  /** How much surer a stance on somebody is without a word on the way that turned its sign. */
  private static final double TURNED = 0.65;

  /** How sure it is that who leaves somebody is against him. */
  private static final double LEFT = 0.85;

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
  private final Reading reading;
  private final Tree tree;
  private final FrameMatcher.Match match;
  private final Embedding embedding;
  private final Sources sources;
  private final Set<String> holders;

  /**
   * @param holders all who hold what the frame says
   */
  EvidenceRows(
      Lexicon lexicon,
      Reading reading,
      Tree tree,
      FrameMatcher.Match match,
      Embedding embedding,
      Sources sources,
      Set<String> holders) {
    this.lexicon = lexicon;
    this.reading = reading;
    this.tree = tree;
    this.match = match;
    this.embedding = embedding;
    this.sources = sources;
    this.holders = Set.copyOf(holders);
  }

  /** What a holder says of a target: a row, and another for the past where that has changed. */
  List<StanceEvidence> of(Map.Entry<String, Double> holder, Reach.Hit hit, double score) {
    var frame = match.frame();
    Channel channel = sources.channel(reading, tree, match, holders);
    double confidence = confidence(channel, holder.getValue(), hit, score);
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
            sources.chain(holders),
            span[0],
            span[1],
            reading.text().text(span[0], span[1]));
    // "backed away from X" and "no longer wants X" tell that there was a time when it was
    // otherwise.
    boolean changed = (shift && !embedding.negated()) || embedding.noLonger();
    return changed ? List.of(now, before(now, confidence)) : List.of(now);
  }

  private static StanceEvidence before(StanceEvidence now, double confidence) {
    return new StanceEvidence(
        now.sentence(),
        now.holderId(),
        now.targetId(),
        now.targetKind(),
        now.targetText(),
        -now.polarity(),
        -now.score(),
        clamp(confidence * 0.9),
        now.channel(),
        Time.PAST,
        now.conditional(),
        now.frame(),
        now.operators(),
        now.sourceChain(),
        now.begin(),
        now.end(),
        now.evidence());
  }

  private double confidence(Channel channel, double held, Reach.Hit hit, double score) {
    var frame = match.frame();
    return TRUST.get(channel)
        * held
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
  }

  private static double clamp(double value) {
    double rounded = Math.round(value * 1000) / 1000.0;
    return Math.max(-1, Math.min(1, rounded));
  }

  /** One row for each holder, target and time: the surest; none where the signs contradict. */
  static List<StanceEvidence> consistent(List<StanceEvidence> rows) {
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
