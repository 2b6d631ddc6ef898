package org.parley.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.parley.nlp.Token;

/** The words that stand before a person's name, or for a person: offices, ranks, honorifics. */
final class Titles {
  private final Map<String, String> kinds = new HashMap<>();
  private final NameIndex index;
  private int longest = 1;

  /**
   * Builds the index.
   *
   * @param rows titles and their kinds
   * @param officeWords what news calls the holders of offices, lower case
   */
  Titles(List<CSVRecord> rows, Collection<String> officeWords) {
    var forms = new NameIndex.Builder();
    for (var row : rows) {
      add(forms, row.get("title"), row.get("kind"));
    }
    for (var word : Stream.concat(Roles.general().stream(), officeWords.stream()).toList()) {
      if (kind(word) == null) {
        add(forms, word, "office");
      }
    }
    index = forms.build();
  }

  private void add(NameIndex.Builder forms, String title, String kind) {
    var lower = title.toLowerCase(Locale.ROOT);
    kinds.putIfAbsent(lower, kind);
    kinds.putIfAbsent(Roles.normal(title), kind);
    longest = Math.max(longest, lower.split("[ -]", -1).length * 2);
    for (var form : List.of(title, lower, capitalized(lower))) {
      forms.add(form, lower, NameForm.Use.NAME);
    }
  }

  private static String capitalized(String title) {
    var out = new StringBuilder(title);
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || out.charAt(i - 1) == ' ') {
        out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  /** All titles, each as written, in lower case and with capitals; the sense is the lower case. */
  NameIndex index() {
    return index;
  }

  /** The kind of a title in any case, or null. */
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
