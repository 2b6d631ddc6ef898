package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores quotations against a gold standard, document by document.
 *
 * <p>Within a document each predicted quotation may be matched with one gold quotation and the
 * other way round, the best pairs first. A pair may match if the characters they share are at least
 * half of the characters that either has. Gold contents may have several parts; a prediction has
 * one.
 */
public final class QuoteScore {
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

  private final Reliability reliability = new Reliability();
  private int documents;
  private int gold;
  private int predicted;
  private int matched;
  private int direct;
  private int directMatched;
  private int directSpeakers;
  private int directSpeakersRight;
  private int whole;
  private int wholeMatched;
  private int wholeSpeakers;
  private int wholeSpeakersRight;
  private int speakers;
  private int speakersRight;
  private final int[] covered = new int[2];
  private final int[] covering = new int[2];

  /**
   * Adds a document.
   *
   * @return which predictions are right in span and speaker
   */
  public BitSet add(List<Gold> golds, List<Predicted> predictions) {
    documents++;
    gold += golds.size();
    predicted += predictions.size();
    var matchOfGold = new int[golds.size()];
    Arrays.fill(matchOfGold, -1);
    var right = new BitSet();
    for (var pair : match(golds, predictions)) {
      matchOfGold[pair.gold()] = pair.predicted();
      String source = golds.get(pair.gold()).source();
      right.set(
          pair.predicted(),
          source.isBlank() || sameSpeaker(source, predictions.get(pair.predicted()).speaker()));
    }
    for (int p = 0; p < predictions.size(); p++) {
      reliability.add(predictions.get(p).confidence(), right.get(p));
    }
    for (int g = 0; g < golds.size(); g++) {
      count(golds.get(g), matchOfGold[g] < 0 ? null : predictions.get(matchOfGold[g]));
    }
    cover(golds, predictions, 0, 0.3);
    cover(golds, predictions, 1, 0.8);
    return right;
  }

  private void count(Gold expected, Predicted found) {
    boolean hasSource = !expected.source().isBlank();
    boolean match = found != null;
    boolean right = match && hasSource && sameSpeaker(expected.source(), found.speaker());
    matched += match ? 1 : 0;
    speakers += match && hasSource ? 1 : 0;
    speakersRight += right ? 1 : 0;
    if (expected.isDirect()) {
      direct++;
      directMatched += match ? 1 : 0;
      directSpeakers += match && hasSource ? 1 : 0;
      directSpeakersRight += right ? 1 : 0;
    }
    if (expected.isWhole()) {
      whole++;
      wholeMatched += match ? 1 : 0;
      wholeSpeakers += match && hasSource ? 1 : 0;
      wholeSpeakersRight += right ? 1 : 0;
    }
  }

  private void cover(List<Gold> golds, List<Predicted> predictions, int slot, double share) {
    var foundGold = new BitSet();
    var usedPrediction = new BitSet();
    for (int g = 0; g < golds.size(); g++) {
      int size = size(golds.get(g));
      for (int p = 0; p < predictions.size(); p++) {
        if (size > 0 && shared(golds.get(g), predictions.get(p)) >= share * size) {
          foundGold.set(g);
          usedPrediction.set(p);
        }
      }
    }
    covered[slot] += foundGold.cardinality();
    covering[slot] += usedPrediction.cardinality();
  }

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

  private static int size(Gold gold) {
    return gold.parts().stream().mapToInt(part -> part.end() - part.begin()).sum();
  }

  private static int shared(Gold gold, Predicted prediction) {
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
    var found = words(speaker).stream().map(QuoteScore::lower).toList();
    var words = words(source);
    var names =
        words.stream()
            .filter(
                word -> Character.isUpperCase(word.charAt(0)) && !NOT_NAMES.contains(lower(word)))
            .map(QuoteScore::lower)
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

  /**
   * The figures so far, percentages with one decimal: content by the pairs, speakers among the
   * pairs whose gold has a source. "direct" is a gold quotation with words in quotation marks,
   * mixed ones included; "whole" one that begins and ends with a mark; "indirect" one without
   * marks. "cover30" and "cover80" count a gold quotation as found if a prediction holds that share
   * of its characters. "calibration_error", "brier" and "reliability" compare the stated confidence
   * with whether span and speaker were right; a gold quotation without a source takes any.
   */
  public Map<String, Object> metrics() {
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("content_f1", f1(percent(matched, predicted), percent(matched, gold)));
    metrics.put("precision", round(percent(matched, predicted)));
    metrics.put("recall", round(percent(matched, gold)));
    metrics.put("direct_recall", round(percent(directMatched, direct)));
    metrics.put("direct_speaker_accuracy", round(percent(directSpeakersRight, directSpeakers)));
    metrics.put("indirect_recall", round(percent(matched - directMatched, gold - direct)));
    metrics.put("speaker_accuracy", round(percent(speakersRight, speakers)));
    metrics.put(
        "indirect_speaker_accuracy",
        round(percent(speakersRight - directSpeakersRight, speakers - directSpeakers)));
    metrics.put("whole_recall", round(percent(wholeMatched, whole)));
    metrics.put("whole_speaker_accuracy", round(percent(wholeSpeakersRight, wholeSpeakers)));
    metrics.put("cover30_f1", f1(percent(covering[0], predicted), percent(covered[0], gold)));
    metrics.put("cover80_f1", f1(percent(covering[1], predicted), percent(covered[1], gold)));
    metrics.put("documents", documents);
    metrics.put("gold", gold);
    metrics.put("predicted", predicted);
    metrics.put("matched", matched);
    metrics.put("calibration_error", reliability.calibrationError());
    metrics.put("brier", reliability.brier());
    metrics.put("reliability", reliability.table());
    return metrics;
  }

  private static double percent(int part, int all) {
    return all == 0 ? 0 : 100.0 * part / all;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : round(2 * precision * recall / (precision + recall));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
