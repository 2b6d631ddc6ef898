package org.parley.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.parley.nlp.Token;

/** The words that stand before a person's name: offices, ranks, honorifics, roles. */
final class Titles {
  private final Map<String, String> kinds = new HashMap<>();
  private int longest = 1;

  private Titles() {}

  static Titles of(List<CSVRecord> rows) {
    var titles = new Titles();
    for (var row : rows) {
      var title = row.get("title").toLowerCase(Locale.ROOT);
      titles.kinds.put(title, row.get("kind"));
      titles.longest = Math.max(titles.longest, title.split("[ -]", -1).length * 2);
    }
    return titles;
  }

  /** The kind of a title, or null. */
  String kind(String title) {
    return kinds.get(title.toLowerCase(Locale.ROOT));
  }

  /** Where the longest title that ends before a token begins, or that token where there is none. */
  int titleBefore(String text, List<Token> tokens, int end) {
    int found = end;
    for (int first = end - 1; first >= 0 && end - first <= longest; first--) {
      if (kind(text.substring(tokens.get(first).begin(), tokens.get(end - 1).end())) != null) {
        found = first;
      }
    }
    return found;
  }
}
