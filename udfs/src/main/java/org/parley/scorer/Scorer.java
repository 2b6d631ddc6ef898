package org.parley.scorer;

import java.util.List;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.stance.Meaning;
import org.parley.stance.StanceEvidence;

/** Who says how far evidence is to be believed. */
public enum Scorer {
  /** The rules that found it; no model is needed. */
  RULES {
    @Override
    public List<StanceEvidence> revise(
        AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence) {
      return evidence;
    }

    @Override
    public Meaning meaning() {
      return Meaning.UNKNOWN;
    }
  },
  /** The rules and the learned scorer together. */
  LEARNED {
    @Override
    public List<StanceEvidence> revise(
        AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence) {
      return new LearnedStances(LearnedScorer.shared()).revise(text, resolution, evidence);
    }

    @Override
    public Meaning meaning() {
      return new WordingMeaning();
    }
  };

  /**
   * The evidence of a text with the confidence that this scorer has in it, in the same order.
   *
   * @throws IllegalArgumentException if the scorer's model is not on the class path
   */
  public abstract List<StanceEvidence> revise(
      AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence);

  /**
   * What this scorer knows of the meaning of wordings.
   *
   * @throws IllegalArgumentException if the scorer's model is not on the class path
   */
  public abstract Meaning meaning();
}
