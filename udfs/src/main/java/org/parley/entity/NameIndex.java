package org.parley.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.nlp.Sentence;

/**
 * Written forms, found in a text by longest match. A form matches where its characters stand in the
 * text between a token's beginning and a token's end, whatever the tokens between them; any white
 * space matches a space. Immutable.
 */
final class NameIndex {
  private final Map<String, NameForm[]> byFirstPiece;
  private final Map<String, NameForm> byText;

  private NameIndex(Map<String, NameForm[]> byFirstPiece, Map<String, NameForm> byText) {
    this.byFirstPiece = byFirstPiece;
    this.byText = byText;
  }

  /** Collects forms; those of one text keep the order in which they came. */
  static final class Builder {
    private final Map<String, LinkedHashSet<NameForm.Sense>> senses = new TreeMap<>();

    void add(String form, String entityId, NameForm.Use use) {
      var text = form.strip().replaceAll("\\s+", " ");
      // "The Globe" needs its article to be told from a globe; "The Globe and Mail" does not.
      if (text.startsWith("the ") || (text.startsWith("The ") && text.indexOf(' ', 4) > 0)) {
        text = text.substring(4);
      }
      if (text.isEmpty()) {
        return;
      }
      var sense = new NameForm.Sense(entityId, use);
      senses.computeIfAbsent(text, t -> new LinkedHashSet<>()).add(sense);
      var plain = Slug.plain(text);
      if (!plain.equals(text)) {
        senses.computeIfAbsent(plain, t -> new LinkedHashSet<>()).add(sense);
      }
    }

    NameIndex build() {
      var byText = new HashMap<String, NameForm>();
      var lists = new HashMap<String, List<NameForm>>();
      senses.forEach(
          (text, set) -> {
            var form = new NameForm(text, List.copyOf(set));
            byText.put(text, form);
            lists
                .computeIfAbsent(firstPiece(text, 0, text.length()), p -> new ArrayList<>())
                .add(form);
          });
      var byFirstPiece = new HashMap<String, NameForm[]>();
      lists.forEach(
          (piece, list) -> {
            list.sort(Comparator.comparingInt((NameForm f) -> -f.text().length()));
            byFirstPiece.put(piece, list.toArray(NameForm[]::new));
          });
      return new NameIndex(byFirstPiece, byText);
    }
  }

  /** A form over the tokens from first to before last. */
  record Match(int first, int last, NameForm form) {}

  /** The form of exactly these characters, or null. */
  NameForm exact(String text) {
    return byText.get(text);
  }

  /** The longest form that begins at a token of a sentence, or null. */
  Match longestAt(String text, Sentence sentence, int first) {
    var tokens = sentence.tokens();
    int begin = tokens.get(first).begin();
    var forms = byFirstPiece.get(firstPiece(text, begin, tokens.get(first).end()));
    if (forms == null) {
      return null;
    }
    for (var form : forms) {
      int end = matchEnd(text, begin, form.text());
      if (end < 0) {
        continue;
      }
      int last = first;
      while (last < tokens.size() && tokens.get(last).end() < end) {
        last++;
      }
      if (last < tokens.size() && tokens.get(last).end() == end) {
        return new Match(first, last + 1, form);
      }
    }
    return null;
  }

  private static int matchEnd(String text, int begin, String form) {
    int at = begin;
    for (int i = 0; i < form.length(); i++, at++) {
      if (at >= text.length()) {
        return -1;
      }
      char wanted = form.charAt(i);
      char found = text.charAt(at);
      if (wanted == ' ') {
        if (!Character.isWhitespace(found)) {
          return -1;
        }
        while (at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1))) {
          at++;
        }
      } else if (wanted != found && !(wanted == '\'' && found == '\u2019')) {
        return -1;
      }
    }
    return at;
  }

  /** The letters and digits that a form begins with; a sign alone where it begins with one. */
  private static String firstPiece(String text, int begin, int end) {
    int at = begin;
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, Math.max(at, Math.min(begin + 1, end)));
  }
}
