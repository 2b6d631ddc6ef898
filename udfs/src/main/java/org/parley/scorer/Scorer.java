package org.parley.scorer;

import java.util.List;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
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
  },
  /** The rules and the learned scorer together. */
  LEARNED {
    @Override
    public List<StanceEvidence> revise(
        AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence) {
      return new LearnedStances(LearnedScorer.shared()).revise(text, resolution, evidence);
    }
  };

  /**
   * The evidence of a text with the confidence that this scorer has in it, in the same order.
   *
   * @throws IllegalArgumentException if the scorer's model is not on the class path
   */
  public abstract List<StanceEvidence> revise(
      AnnotatedText text, Resolution resolution, List<StanceEvidence> evidence);
}
