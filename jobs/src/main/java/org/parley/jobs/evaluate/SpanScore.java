package org.parley.jobs.evaluate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Exact-span precision and recall by type: a span is right if type, beginning and end are. */
final class SpanScore {
  /**
   * A typed span of tokens.
   *
   * @param type e.g. PERSON
   * @param first index of its first token
   * @param last index after its last token
   */
  record Span(String type, int first, int last) {}

  private final Map<String, long[]> counts = new TreeMap<>();

  /** Adds the spans of one sentence or text. */
  void add(Set<Span> gold, Set<Span> predicted) {
    for (var span : gold) {
      counts(span.type())[1]++;
    }
    for (var span : predicted) {
      counts(span.type())[2]++;
      if (gold.contains(span)) {
        counts(span.type())[0]++;
      }
    }
  }

  private long[] counts(String type) {
    return counts.computeIfAbsent(type, t -> new long[3]);
  }

  /** F1 of one type, as a percentage with one decimal. */
  double f1(String type) {
    return f1(counts.getOrDefault(type, new long[3]));
  }

  /** F1 over all types together, as a percentage with one decimal. */
  double microF1() {
    var sum = new long[3];
    counts
        .values()
        .forEach(
            c -> {
              for (int i = 0; i < sum.length; i++) {
                sum[i] += c[i];
              }
            });
    return f1(sum);
  }

  private static double f1(long[] c) {
    long all = c[1] + c[2];
    return all == 0 ? 0 : Math.round(2000.0 * c[0] / all) / 10.0;
  }
}
