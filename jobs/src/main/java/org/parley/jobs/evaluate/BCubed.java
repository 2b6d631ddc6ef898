package org.parley.jobs.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How well labels are grouped, B-cubed (Bagga and Baldwin 1998): for each of them, the share of its
 * group that belongs there and the share of its gold group that is in it; means over all.
 */
final class BCubed {
  private double precisionSum;
  private double recallSum;
  private long count;

  /**
   * Adds a text.
   *
   * @param gold the gold group of each item
   * @param found the group that was found for each, or null where none was: it is alone then
   */
  void add(List<String> gold, List<String> found) {
    for (int i = 0; i < gold.size(); i++) {
      long response = 0;
      long key = 0;
      long both = 0;
      for (int j = 0; j < gold.size(); j++) {
        boolean together =
            i == j || (found.get(i) != null && Objects.equals(found.get(i), found.get(j)));
        boolean should = gold.get(i).equals(gold.get(j));
        response += together ? 1 : 0;
        key += should ? 1 : 0;
        both += together && should ? 1 : 0;
      }
      precisionSum += (double) both / response;
      recallSum += (double) both / key;
      count++;
    }
  }

  /** Puts precision, recall and F1 in percent. */
  void put(Map<String, Object> metrics) {
    double precision = count == 0 ? 0 : precisionSum / count;
    double recall = count == 0 ? 0 : recallSum / count;
    double f1 = count == 0 ? 0 : 2 * precision * recall / (precision + recall);
    metrics.put("b_cubed_precision", Agreement.rounded(100 * precision));
    metrics.put("b_cubed_recall", Agreement.rounded(100 * recall));
    metrics.put("b_cubed_f1", Agreement.rounded(100 * f1));
  }
}
