package org.parley.quote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.seed.Seeds;

/**
 * The words of {@code lexicon/labels.csv} that stand before a colon at the beginning of a
 * paragraph: whose turn it is in a transcript, or what is no turn.
 */
final class LabelWords {
  private static final String FILE = "lexicon/labels.csv";

  /** What a label is. */
  enum Kind {
    /** "Q". */
    QUESTION,
    /** "A". */
    ANSWER,
    /** A word beside a speaker's name, or alone: "host". */
    SPEAKER,
    /** "Poll": who or what a headline quotes; nobody who speaks in a transcript. */
    SOURCE,
    /** "UPDATE": nobody speaks. */
    NOTE
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  private LabelWords() {}

  /**
   * The words of these seeds.
   *
   * @throws IllegalArgumentException if a row has an unknown kind; it names the row
   */
  static LabelWords of(Seeds seeds) {
    var words = new LabelWords();
    for (var row : seeds.csv(FILE)) {
      try {
        words.kinds.put(
            row.get("label").toLowerCase(Locale.ROOT),
            Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "seeds file %s, record %d: unknown kind %s; it is question, answer, speaker, source or note"
                .formatted(FILE, row.getRecordNumber(), row.get("kind")),
            e);
      }
    }
    return words;
  }

  /** What a label of these words, in any case, is; null if the seeds do not hold it. */
  Kind kind(String words) {
    return kinds.get(words.toLowerCase(Locale.ROOT));
  }
}
