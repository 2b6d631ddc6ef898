package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.quote.Quotation;

/**
 * How often each rule for quotations is right in span and speaker, few words and many apart: the
 * counts behind the stated confidence.
 */
final class RuleCounts {
  private record Key(String rule, String content) {}

  private final Map<Key, int[]> counts = new LinkedHashMap<>();

  /** Adds a quotation that was found. */
  void add(Quotation quotation, boolean right) {
    var key = new Key(quotation.rule(), quotation.isShort() ? "short" : "long");
    var count = counts.computeIfAbsent(key, k -> new int[2]);
    count[0]++;
    count[1] += right ? 1 : 0;
  }

  /** One row a rule and length with the columns of {@code lexicon/quote-confidence.csv}. */
  List<Map<String, Object>> table() {
    var rows = new TreeMap<String, Map<String, Object>>();
    counts.forEach(
        (key, count) -> {
          var row = new LinkedHashMap<String, Object>();
          row.put("rule", key.rule());
          row.put("content", key.content());
          row.put("found", count[0]);
          row.put("right", count[1]);
          rows.put(key.rule() + " " + key.content(), row);
        });
    return new ArrayList<>(rows.values());
  }
}
