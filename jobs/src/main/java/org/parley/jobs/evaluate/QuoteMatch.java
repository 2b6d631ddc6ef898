package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which predicted quotation is which of a gold standard.
 *
 * <p>Within a document each predicted quotation may be matched with one gold quotation and the
 * other way round, the best pairs first. A pair may match if the characters they share are at least
 * half of the characters that either has. Gold contents may have several parts; a prediction has
 * one.
 */
public final class QuoteMatch {
  private static final double THRESHOLD = 0.5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARK = Pattern.compile("[\"\u201c\u201d]|''|``");

  /** Words with a capital at the beginning of a sentence that name nobody. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "who", "his", "her",
          "their", "its", "my", "our", "your", "this", "that", "these", "those", "one", "some",
          "many", "most", "others", "another", "both", "all", "no", "and", "of", "in", "at", "for",
          "but");

  /**
   * Part of a text.
   *
   * @param begin offset of its first character
   * @param end offset after its last
   */
  public record Part(int begin, int end) {}

  /**
   * A quotation of the gold standard.
   *
   * @param parts where its content stands
   * @param content the content's characters
   * @param source the source's characters; empty if it has none
   */
  public record Gold(List<Part> parts, String content, String source) {
    public Gold {
      parts = List.copyOf(parts);
    }

    /** Whether words in quotation marks are in it, as a whole or in part. */
    boolean isDirect() {
      return MARK.matcher(content).find();
    }

    /** Whether it begins and ends with quotation marks. */
    boolean isWhole() {
      String text = content.strip();
      return !text.isEmpty()
          && "\"\u201c'\u2018`".indexOf(text.charAt(0)) >= 0
          && text.substring(Math.max(0, text.length() - 2)).matches(".*[\"\u201d'\u2019].*");
    }
  }

  /**
   * A predicted quotation.
   *
   * @param begin offset of its first character
   * @param end offset after its last
   * @param speaker its speaker as it stands in the text, or empty
   * @param confidence how sure span and speaker are, from 0 to 1
   */
  public record Predicted(int begin, int end, String speaker, double confidence) {}

  /** A pair that belongs together. */
  public record Pair(int gold, int predicted, double overlap) {}

  private QuoteMatch() {}

  /** The pairs of a document, best first. */
  public static List<Pair> match(List<Gold> golds, List<Predicted> predictions) {
    var pairs = new ArrayList<Pair>();
    for (int g = 0; g < golds.size(); g++) {
      for (int p = 0; p < predictions.size(); p++) {
        var prediction = predictions.get(p);
        int shared = shared(golds.get(g), prediction);
        int union = size(golds.get(g)) + prediction.end() - prediction.begin() - shared;
        if (union > 0 && shared >= THRESHOLD * union) {
          pairs.add(new Pair(g, p, (double) shared / union));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::overlap)
            .reversed()
            .thenComparingInt(Pair::gold)
            .thenComparingInt(Pair::predicted));
    var goldUsed = new BitSet();
    var predictedUsed = new BitSet();
    var best = new ArrayList<Pair>();
    for (var pair : pairs) {
      if (!goldUsed.get(pair.gold()) && !predictedUsed.get(pair.predicted())) {
        goldUsed.set(pair.gold());
        predictedUsed.set(pair.predicted());
        best.add(pair);
      }
    }
    return best;
  }

  /** How many characters a gold quotation has. */
  static int size(Gold gold) {
    return gold.parts().stream().mapToInt(part -> part.end() - part.begin()).sum();
  }

  /** How many characters both have. */
  static int shared(Gold gold, Predicted prediction) {
    int shared = 0;
    for (var part : gold.parts()) {
      shared +=
          Math.max(
              0,
              Math.min(part.end(), prediction.end()) - Math.max(part.begin(), prediction.begin()));
    }
    return shared;
  }

  /**
   * Whether a speaker is the gold source: they share a word of its name, or, if it has no name, the
   * predicted speaker has its longest word.
   */
  public static boolean sameSpeaker(String source, String speaker) {
    var found = words(speaker).stream().map(QuoteMatch::lower).toList();
    var words = words(source);
    var names =
        words.stream()
            .filter(
                word -> Character.isUpperCase(word.charAt(0)) && !NOT_NAMES.contains(lower(word)))
            .map(QuoteMatch::lower)
            .toList();
    if (!names.isEmpty()) {
      return names.stream().anyMatch(found::contains);
    }
    return words.stream()
        .max(Comparator.comparingInt(String::length))
        .map(word -> found.contains(lower(word)))
        .orElse(false);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(result -> result.group()).toList();
  }
}
