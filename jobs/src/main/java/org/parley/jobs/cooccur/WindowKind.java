package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretch of text in which entities are together.
 *
 * @param label the name as it stands in the tables
 * @param sentences how many sentences it slides over; 0 for all of the unit that the label names
 */
record WindowKind(String label, int sentences) implements Serializable {
  static final WindowKind SENTENCE = new WindowKind("sentence", 0);
  static final WindowKind PARAGRAPH = new WindowKind("paragraph", 0);
  static final WindowKind ARTICLE = new WindowKind("article", 0);

  /** A window that slides over that many sentences, sentence by sentence. */
  static WindowKind sliding(int sentences) {
    return new WindowKind("sentences_" + sentences, sentences);
  }

  /**
   * What a run counts in.
   *
   * @param sliding sentences of a sliding window, 0 for none
   */
  static List<WindowKind> all(int sliding) {
    var kinds = new ArrayList<>(List.of(SENTENCE, PARAGRAPH, ARTICLE));
    if (sliding > 0) {
      kinds.add(sliding(sliding));
    }
    return kinds;
  }

  /**
   * SQL for the number of windows in a text.
   *
   * @param places an array of struct(paragraph, section) of the sentences that count
   * @param repeats how many of them stood elsewhere before
   */
  String countSql(String places, String repeats) {
    if (sentences > 0) {
      return "IF(size(%1$s) = 0, 0, size(%1$s) + %2$d)".formatted(places, sentences - 1);
    }
    return switch (label) {
      case "sentence" -> "size(%s) - %s".formatted(places, repeats);
      case "paragraph" -> "size(array_distinct(%s.paragraph))".formatted(places);
      default -> "1";
    };
  }

  /** Whether its windows are near enough of one size for the hypergeometric null model. */
  boolean isOfOneSize() {
    return equals(SENTENCE);
  }
}
