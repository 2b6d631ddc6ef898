package org.parley.jobs.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.jobs.evaluate.QuoteMatch.Gold;
import org.parley.jobs.evaluate.QuoteMatch.Predicted;

/**
 * Scores quotations against a gold standard, document by document, as {@link QuoteMatch} pairs
 * them.
 */
public final class QuoteScore {
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
    for (var pair : QuoteMatch.match(golds, predictions)) {
      matchOfGold[pair.gold()] = pair.predicted();
      String source = golds.get(pair.gold()).source();
      right.set(
          pair.predicted(),
          source.isBlank()
              || QuoteMatch.sameSpeaker(source, predictions.get(pair.predicted()).speaker()));
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
    boolean right =
        match && hasSource && QuoteMatch.sameSpeaker(expected.source(), found.speaker());
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
      int size = QuoteMatch.size(golds.get(g));
      for (int p = 0; p < predictions.size(); p++) {
        if (size > 0 && QuoteMatch.shared(golds.get(g), predictions.get(p)) >= share * size) {
          foundGold.set(g);
          usedPrediction.set(p);
        }
      }
    }
    covered[slot] += foundGold.cardinality();
    covering[slot] += usedPrediction.cardinality();
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
