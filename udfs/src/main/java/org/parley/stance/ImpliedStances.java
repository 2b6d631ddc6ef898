package org.parley.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.quote.Quotation;
import org.parley.seed.Seeds;
import org.parley.stance.StanceEvidence.Channel;
import org.parley.stance.StanceEvidence.TargetKind;
import org.parley.stance.StanceEvidence.Time;

/**
 * Stances that nobody states and the tone of somebody's words on somebody suggests: the speaker of
 * a quotation is taken to be for or against those whom it mentions, as the polar words around them
 * have it. Far less sure than {@link StanceExtractor}, and kept apart from it; every row is of the
 * channel {@link Channel#INFERRED}. Immutable.
 */
public final class ImpliedStances {
  /** Tone below this says nothing; praise is often mere politeness and needs more. */
  private static final double FAINT = 0.2;

  private static final double FAIR = 0.5;

  private static final Set<String> APART =
      Set.of("nsubj", "nsubj:pass", "acl:relcl", "conj", "parataxis");

  /** How much more a stated stance weighs than tone. */
  private static final double STATED = 2;

  private static final double TRUST = 0.3;

  private final Operators operators;
  private final PolarityScorer scorer;

  public ImpliedStances(Lexicon lexicon) {
    this.operators = lexicon.operators();
    this.scorer = new PolarityScorer(lexicon);
  }

  /** With the lexicon of the seeds. */
  public static ImpliedStances of(Seeds seeds) {
    return new ImpliedStances(Lexicon.load(seeds));
  }

  /**
   * One row for each sentence, holder and target, in order of the text.
   *
   * @param stated what {@link StanceExtractor} found in the same text: it outweighs tone, and its
   *     pairs get no further rows in its sentences
   */
  public List<StanceEvidence> extract(
      AnnotatedText text,
      Resolution resolution,
      List<Quotation> quotations,
      List<StanceEvidence> stated) {
    var reading = new Reading(text, resolution, quotations, operators);
    var places = new LinkedHashMap<Place, Double>();
    for (Quotation quotation : reading.quotations()) {
      var speaking = reading.speaker(quotation);
      String speaker = speaking == null ? null : speaking.id();
      for (Sentence sentence : text.sentences()) {
        if (speaker != null
            && sentence.begin() < quotation.end()
            && quotation.begin() < sentence.end()) {
          targets(reading, sentence, quotation)
              .forEach(
                  (target, tokens) ->
                      places.merge(
                          new Place(sentence.index(), speaker, target),
                          scorer.score(sentence, tokens),
                          (one, other) -> Math.abs(one) >= Math.abs(other) ? one : other));
        }
      }
    }
    for (Sentence sentence : text.sentences()) {
      if (sentence.parsed()) {
        deeds(reading, sentence, places);
      }
    }
    // Whoever speaks of somebody in one text mostly does so in one vein.
    var veins = new HashMap<Pair, Double>();
    places.forEach((place, tone) -> veins.merge(place.pair(), tone, Double::sum));
    var told = new HashSet<Place>();
    for (StanceEvidence row : stated) {
      var place = new Place(row.sentence(), row.holderId(), row.targetId());
      told.add(place);
      veins.merge(place.pair(), STATED * row.score() * row.confidence(), Double::sum);
    }
    var found = new ArrayList<StanceEvidence>();
    places.forEach(
        (place, tone) -> {
          double vein = veins.get(place.pair());
          boolean apart = !place.holder().equals(place.target()) && !told.contains(place);
          if (apart && (vein <= -FAINT || vein >= FAIR)) {
            found.add(row(text, place, vein));
          }
        });
    found.sort(
        Comparator.comparingInt(StanceEvidence::sentence)
            .thenComparing(StanceEvidence::holderId)
            .thenComparing(StanceEvidence::targetId));
    return found;
  }

  /** Pairs of a verb's subject and somebody further down in its clause. */
  private void deeds(Reading reading, Sentence sentence, Map<Place, Double> places) {
    var tree = reading.tree(sentence.index());
    for (int verb = 0; verb < tree.size(); verb++) {
      if (!tree.isVerb(verb)) {
        continue;
      }
      for (int subject : tree.logicalSubjects(verb)) {
        Mention holder = reading.mention(tree, subject);
        if (holder == null || !reading.acts(holder.entityId())) {
          continue;
        }
        var targets = new LinkedHashMap<String, List<Integer>>();
        for (int i : tree.subtree(verb, APART)) {
          Mention target = reading.mention(tree, i);
          if (target != null && reading.acts(target.entityId())) {
            targets.computeIfAbsent(target.entityId(), key -> new ArrayList<>()).add(i);
          }
        }
        targets.forEach(
            (target, tokens) ->
                places.putIfAbsent(
                    new Place(sentence.index(), holder.entityId(), target),
                    scorer.score(sentence, tokens)));
      }
    }
  }

  /** A sentence in which a holder speaks of a target. */
  private record Place(int sentence, String holder, String target) {
    Pair pair() {
      return new Pair(holder, target);
    }
  }

  private record Pair(String holder, String target) {}

  /** The entities whose mentions lie in the quotation, each with its tokens. */
  private static Map<String, List<Integer>> targets(
      Reading reading, Sentence sentence, Quotation quotation) {
    var targets = new LinkedHashMap<String, List<Integer>>();
    var tree = reading.tree(sentence.index());
    for (int i = 0; i < tree.size(); i++) {
      int at = tree.token(i).begin();
      Mention mention = reading.mention(tree, i);
      if (mention != null
          && quotation.begin() <= at
          && at < quotation.end()
          && reading.acts(mention.entityId())) {
        targets.computeIfAbsent(mention.entityId(), key -> new ArrayList<>()).add(i);
      }
    }
    return targets;
  }

  private static StanceEvidence row(AnnotatedText text, Place place, double tone) {
    var sentence = text.sentences().get(place.sentence());
    double strength = Math.min(1, Math.abs(tone));
    return new StanceEvidence(
        place.sentence(),
        place.holder(),
        place.target(),
        TargetKind.ENTITY,
        "",
        tone > 0 ? 1 : -1,
        Math.signum(tone) * strength,
        TRUST * strength,
        Channel.INFERRED,
        Time.NOW,
        false,
        "tone",
        List.of(),
        List.of(),
        sentence.begin(),
        sentence.end(),
        text.text(sentence.begin(), sentence.end()));
  }
}
