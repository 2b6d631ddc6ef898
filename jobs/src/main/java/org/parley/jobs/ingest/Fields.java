package org.parley.jobs.ingest;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.jobs.ingest.InputRecord.RawArticle;
import org.parley.jobs.ingest.InputRecord.Reject;

/**
 * Which fields of a structured record hold what. The names that the common crawlers use are known;
 * letter case, blanks and underscores do not count. The first name with a value wins.
 */
final class Fields implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns of an article that a field can fill, with the names that are tried, in order. */
  private static final Map<String, List<String>> NAMES =
      new TreeMap<>(
          Map.of(
              "text",
              List.of(
                  "text", "body", "content", "maintext", "articlebody", "fulltext", "articletext"),
              "title",
              List.of("title", "headline"),
              "url",
              List.of("url", "link", "canonicalurl"),
              "source",
              List.of("source", "publisher", "outlet", "sourcename", "domain", "sourcedomain"),
              "published_at",
              List.of(
                  "date",
                  "published",
                  "datepublish",
                  "publishedat",
                  "datepublished",
                  "publishdate",
                  "publicationdate",
                  "pubdate",
                  "publishedtime"),
              "authors",
              List.of("authors", "author", "byline"),
              "language",
              List.of("language", "lang")));

  private final TreeMap<String, String> overrides;

  private Fields(Map<String, String> overrides) {
    this.overrides = new TreeMap<>(overrides);
  }

  /**
   * The known names, except for the columns that the map gives a field.
   *
   * @throws IllegalArgumentException if a key is not a column that a field can fill
   */
  static Fields with(Map<String, String> overrides) {
    for (String column : overrides.keySet()) {
      if (!NAMES.containsKey(column)) {
        throw new IllegalArgumentException(
            "no column " + column + " to fill; columns are " + String.join(", ", columns()));
      }
    }
    return new Fields(overrides);
  }

  /** The columns that a field can fill. */
  static List<String> columns() {
    return List.copyOf(NAMES.keySet());
  }

  /** Whether one of these fields can hold the text. */
  boolean findText(Collection<String> fields) {
    return fields.stream().anyMatch(field -> rank("text", field) >= 0);
  }

  /** What to say where {@link #findText} is false. */
  static String missingText(Collection<String> fields) {
    return "no text column; columns are "
        + fields.stream().limit(20).collect(Collectors.joining(", "))
        + (fields.size() > 20 ? ", ..." : "")
        + "; name it with --column text=COLUMN";
  }

  /** The article that the fields of a record make up, or a reject where they have no text. */
  InputRecord article(String uri, long index, Map<String, ?> record) {
    if (!findText(record.keySet())) {
      return new Reject(uri, index, Reason.MISSING_COLUMN, missingText(record.keySet()));
    }
    String text = text(find("text", record), "\n\n");
    if (text == null) {
      return new Reject(uri, index, Reason.EMPTY_TEXT, "");
    }
    return new RawArticle(
        uri,
        index,
        text(find("title", record), " "),
        Authors.of(find("authors", record)),
        text(find("url", record), " "),
        text(find("source", record), ", "),
        text(find("published_at", record), " "),
        text(find("language", record), ", "),
        text,
        false);
  }

  private Object find(String column, Map<String, ?> record) {
    Object found = null;
    int best = Integer.MAX_VALUE;
    for (var field : record.entrySet()) {
      int rank = rank(column, field.getKey());
      if (rank >= 0 && rank < best && text(field.getValue(), " ") != null) {
        best = rank;
        found = field.getValue();
      }
    }
    return found;
  }

  private int rank(String column, String field) {
    String override = overrides.get(column);
    if (override != null) {
      return override.equals(field) ? 0 : -1;
    }
    return NAMES.get(column).indexOf(field.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", ""));
  }

  /** A value as text: a list's items joined, a map's name; null where nothing is visible. */
  static String text(Object value, String separator) {
    String text = "";
    if (value instanceof Collection<?> items) {
      text =
          items.stream()
              .map(item -> text(item, separator))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(separator));
    } else if (value instanceof Map<?, ?> map) {
      return text(map.get("name"), separator);
    } else if (value != null) {
      text = wellFormed(value.toString());
    }
    return text.isBlank() ? null : text;
  }

  /** JSON can escape half of a character; a replacement character takes its place. */
  private static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(i, '\ufffd');
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
