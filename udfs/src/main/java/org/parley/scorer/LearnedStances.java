package org.parley.scorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.scorer.StanceInput.Place;
import org.parley.stance.StanceEvidence;
import org.parley.stance.StanceEvidence.Channel;
import org.parley.stance.StanceEvidence.TargetKind;
import org.parley.stance.StanceEvidence.Time;

/** What the learned scorer makes of stances in a text. Immutable. */
public final class LearnedStances {
  /** The frame of stances that no rule found. */
  public static final String FRAME = "learned";

  /**
   * Of stances that no rule found, the share that is right is this part of what the scorer says.
   */
  private static final double TRUST = 0.45;

  /** So likely must such a stance be. */
  private static final double SURE = 0.6;

  /** More actors than this in a sentence make a list of them. */
  private static final int ACTORS = 4;

  private final LearnedScorer scorer;

  public LearnedStances(LearnedScorer scorer) {
    this.scorer = scorer;
  }

  /**
   * The evidence with new confidence where the sentence names holder and target: the geometric mean
   * of the rule's confidence and the likelihood that the scorer gives the same polarity.
   */
  public List<StanceEvidence> revise(
      AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence) {
    var revised = new ArrayList<StanceEvidence>();
    for (var row : evidence) {
      var sentence = text.sentences().get(row.sentence());
      var holder = places(resolution, sentence, row.holderId());
      var target = places(resolution, sentence, row.targetId());
      if (row.polarity() == 0 || holder.isEmpty() || target.isEmpty()) {
        revised.add(row);
      } else {
        var shares = scorer.answer(new StanceInput(words(text, sentence), target, holder)).stance();
        double alike = shares.of(row.polarity());
        revised.add(row.withConfidence(rounded(Math.sqrt(row.confidence() * alike))));
      }
    }
    return List.copyOf(revised);
  }

  /**
   * Stances between actors of one sentence that no rule found, and that the scorer is sure of. They
   * are of the channel {@link Channel#INFERRED}, in the order of the text.
   *
   * @param stated what was found in the same text: where it says who stands to whom, nothing is
   *     added for the two in that sentence, in neither direction
   */
  public List<StanceEvidence> extract(
      AnnotatedText text, Resolution resolution, List<StanceEvidence> stated) {
    var found = new ArrayList<StanceEvidence>();
    for (Sentence sentence : text.sentences()) {
      var actors = actors(resolution, sentence);
      if (actors.size() > ACTORS) {
        continue;
      }
      for (String holder : actors.keySet()) {
        for (String target : actors.keySet()) {
          boolean known =
              stated.stream()
                  .filter(row -> row.sentence() == sentence.index())
                  .anyMatch(row -> between(row, holder, target) || between(row, target, holder));
          if (!known && !holder.equals(target)) {
            var answer =
                scorer.answer(
                    new StanceInput(words(text, sentence), actors.get(target), actors.get(holder)));
            add(text, sentence, holder, target, answer, found);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean between(StanceEvidence row, String holder, String target) {
    return row.holderId().equals(holder) && row.targetId().equals(target);
  }

  private static void add(
      AnnotatedText text,
      Sentence sentence,
      String holder,
      String target,
      Answer answer,
      List<StanceEvidence> found) {
    int polarity = answer.sure(SURE);
    if (polarity == 0) {
      return;
    }
    double likely = answer.stance().of(polarity);
    found.add(
        new StanceEvidence(
            sentence.index(),
            holder,
            target,
            TargetKind.ENTITY,
            "",
            polarity,
            polarity * rounded(likely),
            rounded(TRUST * likely),
            Channel.INFERRED,
            Time.NOW,
            false,
            FRAME,
            List.of(),
            List.of(),
            sentence.begin(),
            sentence.end(),
            words(text, sentence)));
  }

  /** Those who can hold a stance, with their places in the sentence, in its order. */
  private static Map<String, List<Place>> actors(Resolution resolution, Sentence sentence) {
    var actors = new LinkedHashMap<String, List<Place>>();
    for (Mention mention : resolution.mentions()) {
      var entity = resolution.entities().get(mention.entityId());
      if (mention.sentence() == sentence.index()
          && entity != null
          && entity.type() != EntityType.LOCATION) {
        actors
            .computeIfAbsent(mention.entityId(), id -> new ArrayList<>())
            .add(place(sentence, mention));
      }
    }
    return actors;
  }

  private static List<Place> places(Resolution resolution, Sentence sentence, String entityId) {
    return resolution.mentions().stream()
        .filter(mention -> mention.sentence() == sentence.index())
        .filter(mention -> mention.entityId().equals(entityId))
        .map(mention -> place(sentence, mention))
        .toList();
  }

  private static Place place(Sentence sentence, Mention mention) {
    return new Place(mention.begin() - sentence.begin(), mention.end() - sentence.begin());
  }

  private static String words(AnnotatedText text, Sentence sentence) {
    return text.text(sentence.begin(), sentence.end());
  }

  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
