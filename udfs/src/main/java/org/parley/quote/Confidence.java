package org.parley.quote;

import java.util.HashMap;
import java.util.Map;
import org.parley.seed.Seeds;

/**
 * How often what a rule finds is right, in span and speaker, as counted on annotated articles; the
 * counts and their origin stand in {@code lexicon/quote-confidence.csv}.
 */
final class Confidence {
  private static final String FILE = "lexicon/quote-confidence.csv";

  private final Map<String, Double> rates = new HashMap<>();

  private Confidence() {}

  /**
   * The counts of these seeds.
   *
   * @throws IllegalArgumentException if a row cannot be read or a rule has none; it names it
   */
  static Confidence of(Seeds seeds) {
    var confidence = new Confidence();
    for (var row : seeds.csv(FILE)) {
      try {
        int found = Integer.parseInt(row.get("found"));
        int right = Integer.parseInt(row.get("right"));
        // One more of each kind: a rule that was seen twice is not certain.
        confidence.rates.put(
            row.get("rule") + " " + row.get("content"), (right + 1.0) / (found + 2.0));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "seeds file %s, record %d: not a count: %s"
                .formatted(FILE, row.getRecordNumber(), e.getMessage()),
            e);
      }
    }
    for (var rule : Rule.values()) {
      for (String length : new String[] {"short", "long"}) {
        String key = rule.label() + " " + length;
        if (!confidence.rates.containsKey(key)) {
          throw new IllegalArgumentException("seeds file %s: no row for %s".formatted(FILE, key));
        }
      }
    }
    return confidence;
  }

  /** The probability, from 0 to 1, that span and speaker of such a content are right. */
  double of(Rule rule, String content) {
    return rates.get(rule.label() + (Quotation.isShort(content) ? " short" : " long"));
  }
}
