package org.parley.train;

import java.util.List;
import org.parley.scorer.StanceInput;

/**
 * One question with its answer.
 *
 * @param task what is asked
 * @param input of whom, in which sentence
 * @param label 0 against, 1 neither, 2 for
 */
record Example(Task task, StanceInput input, int label) {
  /** What a head of the network answers. */
  enum Task {
    /** How a sentence speaks of a target. */
    SENTIMENT,
    /** How a holder stands to a target, by a sentence. */
    STANCE
  }

  /** A part for training and a part to measure on. */
  record Split(List<Example> train, List<Example> held) {}
}
