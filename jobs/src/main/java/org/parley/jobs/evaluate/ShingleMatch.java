package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How far an extracted text agrees with the true one, in runs of four words counted as often as
 * they occur, as the public article-extraction-benchmark measures it (Zyte, evaluate.py).
 *
 * @param shared runs that both have
 * @param surplus runs that only the extracted text has
 * @param missing runs that only the true text has
 */
record ShingleMatch(int shared, int surplus, int missing) {
  private static final int WORDS = 4;

  static ShingleMatch of(String truth, String extracted) {
    var expected = shingles(truth);
    var found = shingles(extracted);
    int shared = 0;
    int surplus = 0;
    int missing = 0;
    var all = new HashSet<>(expected.keySet());
    all.addAll(found.keySet());
    for (var shingle : all) {
      int e = expected.getOrDefault(shingle, 0);
      int f = found.getOrDefault(shingle, 0);
      shared += Math.min(e, f);
      surplus += Math.max(0, f - e);
      missing += Math.max(0, e - f);
    }
    return new ShingleMatch(shared, surplus, missing);
  }

  /** Whether precision is defined: something was extracted. */
  boolean hasExtracted() {
    return shared + surplus > 0;
  }

  /** Whether recall is defined: there was something to extract. */
  boolean hasTruth() {
    return shared + missing > 0;
  }

  /** From 0 to 1. */
  double precision() {
    return hasExtracted() ? (double) shared / (shared + surplus) : 0;
  }

  /** From 0 to 1. */
  double recall() {
    return hasTruth() ? (double) shared / (shared + missing) : 0;
  }

  private static Map<List<String>, Integer> shingles(String text) {
    var words = words(text);
    var shingles = new HashMap<List<String>, Integer>();
    for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
      var shingle = words.subList(i, Math.min(i + WORDS, words.size()));
      if (!shingle.isEmpty()) {
        shingles.merge(shingle, 1, Integer::sum);
      }
    }
    return shingles;
  }

  /** What Python's {@code \w+} finds: letters, numbers of any kind and the underscore. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isWord(c)) {
                word.appendCodePoint(c);
              } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return c == '_'
        || Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
