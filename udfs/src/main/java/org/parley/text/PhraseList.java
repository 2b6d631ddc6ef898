package org.parley.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/** The phrases of {@code text/phrases.csv} and which of them a paragraph matches. */
final class PhraseList {
  static final String FILE = "text/phrases.csv";

  /** What a phrase says about its paragraph, and about those after it. */
  enum Label {
    BOILERPLATE,
    LINKS,
    COMMENTS,
    BYLINE,
    CAPTION,
    CAPTION_HEAD
  }

  private enum Where {
    WHOLE,
    START,
    END,
    ANY
  }

  private record Row(Label label, Where where, int maxWords, List<String> words) {
    boolean matches(List<String> paragraph) {
      int size = paragraph.size();
      if (where == Where.WHOLE && paragraph.get(size - 1).equals(":")) {
        size--;
      }
      int surplus = size - words.size();
      if (surplus < 0 || paragraph.size() > maxWords) {
        return false;
      }
      return switch (where) {
        case WHOLE -> surplus == 0 && at(paragraph, 0);
        case START -> at(paragraph, 0);
        case END -> at(paragraph, surplus);
        case ANY -> {
          boolean found = false;
          for (int i = 0; i <= surplus && !found; i++) {
            found = at(paragraph, i);
          }
          yield found;
        }
      };
    }

    private boolean at(List<String> paragraph, int offset) {
      for (int i = 0; i < words.size(); i++) {
        String word = paragraph.get(offset + i);
        String wanted = words.get(i);
        boolean same = wanted.equals("#") ? Character.isDigit(word.charAt(0)) : wanted.equals(word);
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }

  private final int longest;
  private final Map<String, List<Row>> byFirstWord = new HashMap<>();
  private final List<Row> ends = new ArrayList<>();
  private final Map<String, List<Row>> anywhere = new HashMap<>();

  /**
   * @throws IllegalArgumentException if a row has an unknown section or place, or no number of
   *     words
   */
  PhraseList(Seeds seeds) {
    int most = 0;
    for (var row : seeds.csv(FILE)) {
      try {
        add(row);
        most = Math.max(most, Integer.parseInt(row.get("words")));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "seeds file " + FILE + ", record " + row.getRecordNumber() + ": " + e.getMessage(), e);
      }
    }
    longest = most;
  }

  private void add(CSVRecord record) {
    var label = Label.valueOf(record.get("section").toUpperCase(Locale.ROOT));
    var where = Where.valueOf(record.get("where").toUpperCase(Locale.ROOT));
    int maxWords = Integer.parseInt(record.get("words"));
    for (var words : variants(record.get("phrase"))) {
      var row = new Row(label, where, maxWords, words);
      switch (where) {
        case WHOLE, START ->
            byFirstWord.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(row);
        case END -> ends.add(row);
        case ANY -> anywhere.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Each way to choose one of the alternatives of every word. */
  private static List<List<String>> variants(String phrase) {
    List<List<String>> variants = List.of(List.of());
    for (String word : phrase.toLowerCase(Locale.ROOT).split(" ", -1)) {
      var longer = new ArrayList<List<String>>();
      for (var variant : variants) {
        for (String alternative : word.split("\\|", -1)) {
          var next = new ArrayList<>(variant);
          next.add(alternative);
          longer.add(next);
        }
      }
      variants = longer;
    }
    return variants;
  }

  /** What the phrases say about a paragraph; the first row of the file wins. */
  Optional<Label> label(String paragraph) {
    // A word has one character at least, and a space beside it.
    if (paragraph.isEmpty() || paragraph.length() > longest * 20) {
      return Optional.empty();
    }
    var words = words(paragraph);
    if (words.isEmpty() || words.size() > longest) {
      return Optional.empty();
    }
    boolean speech = "\"“‘'«„".indexOf(paragraph.charAt(0)) >= 0;
    String first = words.get(0);
    String firstKey = Character.isDigit(first.charAt(0)) ? "#" : first;
    for (var row : byFirstWord.getOrDefault(firstKey, List.of())) {
      if ((!speech || row.where() == Where.WHOLE) && row.matches(words)) {
        return Optional.of(row.label());
      }
    }
    if (speech) {
      return Optional.empty();
    }
    for (var row : ends) {
      if (row.matches(words)) {
        return Optional.of(row.label());
      }
    }
    boolean quotes = paragraph.indexOf('"') >= 0 || paragraph.indexOf('“') >= 0;
    if (!quotes) {
      for (String word : words) {
        for (var row : anywhere.getOrDefault(word, List.of())) {
          if (row.matches(words)) {
            return Optional.of(row.label());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Words in lower case without punctuation; a colon and a dollar sign are words. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    String lower = text.toLowerCase(Locale.ROOT);
    int begin = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
      if (inside && begin < 0) {
        begin = i;
      } else if (!inside && begin >= 0) {
        words.add(lower.substring(begin, i));
        begin = -1;
      }
      if (i < lower.length() && (lower.charAt(i) == ':' || lower.charAt(i) == '$')) {
        words.add(lower.substring(i, i + 1));
      }
    }
    return words;
  }
}
