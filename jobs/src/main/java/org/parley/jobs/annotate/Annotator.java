package org.parley.jobs.annotate;

import java.io.Serializable;
import java.util.function.Function;
import org.parley.nlp.Outcome;
import org.parley.text.SectionedText;

/** Travels to the executors and makes there what annotates texts, for several threads. */
@FunctionalInterface
interface Annotator extends Serializable {
  /** Made once a task. */
  Function<SectionedText, Outcome> open();
}
