package org.parley.stance;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/**
 * What is left of the confidence in a frame whose evidence, read by a person, was right less often
 * than it claimed; the counts and their origin stand in {@code lexicon/stance-confidence.csv}.
 * Immutable.
 */
final class FrameReliability {
  private static final String FILE = "lexicon/stance-confidence.csv";

  private final Map<Key, Double> factors;

  private FrameReliability(Map<Key, Double> factors) {
    this.factors = Map.copyOf(factors);
  }

  private record Key(String kind, Frame.Part part) {}

  /**
   * Reads the counts.
   *
   * @throws IllegalArgumentException if a row cannot be read; the message names it
   */
  static FrameReliability load(Seeds seeds) {
    var factors = new HashMap<Key, Double>();
    for (CSVRecord row : seeds.csv(FILE)) {
      String where = FILE + ", record " + row.getRecordNumber();
      var key = new Key(row.get("class"), Lexicon.part(row.get("part"), where));
      try {
        // One more of each kind, as for a rule that was seen twice only.
        double share =
            (Integer.parseInt(row.get("right")) + 1.0) / (Integer.parseInt(row.get("read")) + 2.0);
        factors.put(key, Math.min(1, share / Double.parseDouble(row.get("claimed"))));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(where + ": not a number: " + e.getMessage(), e);
      }
    }
    return new FrameReliability(factors);
  }

  /** A factor of confidence, at most 1. */
  double of(Frame frame) {
    return factors.getOrDefault(new Key(frame.kind(), frame.part()), 1.0);
  }
}
