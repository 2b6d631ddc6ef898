package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One way to hold Parley's output against gold data. */
interface EvaluationTask {
  /**
   * Analyses what the gold data holds and scores it.
   *
   * @param gold a file, which may be gzipped, or a folder, as the task wants
   * @param predictions takes each prediction as it is made
   * @return the metrics in the order in which to print them; shares are percentages with one
   *     decimal
   * @throws IllegalArgumentException if the gold data is not what the task expects
   */
  Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException;
}
