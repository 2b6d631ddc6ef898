package org.parley.jobs.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Precision, recall and F1, as percentages with one decimal. */
record Agreement(double precision, double recall, double f1) {

  static Agreement of(Set<?> expected, Set<?> predicted) {
    long right = predicted.stream().filter(expected::contains).count();
    return of(right, predicted.size(), expected.size());
  }

  static Agreement of(long right, long predicted, long expected) {
    double f1 = predicted + expected == 0 ? 0 : 200.0 * right / (predicted + expected);
    return new Agreement(percent(right, predicted), percent(right, expected), rounded(f1));
  }

  static double percent(long part, long whole) {
    return whole == 0 ? 0 : rounded(100.0 * part / whole);
  }

  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** The mean of the classes' F1: those of the gold labels. */
  static double macroF1(List<Integer> gold, List<Integer> predicted) {
    double sum = 0;
    var labels = new TreeSet<>(gold);
    for (int label : labels) {
      long right = 0;
      long said = 0;
      long is = 0;
      for (int i = 0; i < gold.size(); i++) {
        boolean expected = gold.get(i) == label;
        boolean found = predicted.get(i) == label;
        right += expected && found ? 1 : 0;
        said += found ? 1 : 0;
        is += expected ? 1 : 0;
      }
      sum += said + is == 0 ? 0 : 200.0 * right / (said + is);
    }
    return rounded(sum / labels.size());
  }

  /** The share of equal labels, which is micro F1 where each item has one label. */
  static double accuracy(List<Integer> gold, List<Integer> predicted) {
    long right = 0;
    for (int i = 0; i < gold.size(); i++) {
      right += gold.get(i).equals(predicted.get(i)) ? 1 : 0;
    }
    return percent(right, gold.size());
  }
}
