package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How stated confidence compares with how often it was right: a reliability table with ten bins of
 * equal width, the expected calibration error (Naeini, Cooper and Hauskrecht 2015) and the Brier
 * score, both from 0 (best) to 1.
 */
final class Reliability {
  private static final int BINS = 10;

  private final int[] count = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] stated = new double[BINS];
  private double squares;

  /** Adds a prediction made with a confidence from 0 to 1. */
  void add(double confidence, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    count[bin]++;
    right[bin] += isRight ? 1 : 0;
    stated[bin] += confidence;
    squares += Math.pow(confidence - (isRight ? 1 : 0), 2);
  }

  /** The bins that hold anything: how many, mean confidence and share right, percentages. */
  List<Map<String, Object>> table() {
    var table = new ArrayList<Map<String, Object>>();
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        var row = new LinkedHashMap<String, Object>();
        row.put("n", count[bin]);
        row.put("stated", percent(stated[bin], count[bin]));
        row.put("right", percent(right[bin], count[bin]));
        table.add(row);
      }
    }
    return table;
  }

  /** The mean distance between stated and observed, weighted by bin. */
  double calibrationError() {
    double sum = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(stated[bin] - right[bin]);
      all += count[bin];
    }
    return all == 0 ? 0 : thousandths(sum / all);
  }

  double brier() {
    int all = java.util.Arrays.stream(count).sum();
    return all == 0 ? 0 : thousandths(squares / all);
  }

  private static double percent(double part, int all) {
    return Math.round(1000 * part / all) / 10.0;
  }

  private static double thousandths(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
