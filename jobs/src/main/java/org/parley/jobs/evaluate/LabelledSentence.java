package org.parley.jobs.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A sentence with a holder, a target and the polarity between them: a row of
 * seeds/stance/sentences.csv, where the columns are described.
 *
 * @param marked the sentence with the places of {@link #HOLDER} and {@link #TARGET}
 * @param issue whether the target is a matter rather than somebody
 * @param polarity 1 for, -1 against, 0 neither
 * @param labels the columns frame, operator and voice, by their names
 */
record LabelledSentence(
    String id, MarkedSentence marked, boolean issue, int polarity, Map<String, String> labels) {
  static final String HOLDER = "holder";
  static final String TARGET = "target";

  private static final Map<String, Integer> POLARITIES =
      Map.of("for", 1, "against", -1, "neither", 0);

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "kind",
          Set.of("entity", "issue"),
          "polarity",
          POLARITIES.keySet(),
          "direction",
          Set.of("forward", "backward", "none"),
          "frame",
          Set.of(
              "support",
              "oppose",
              "criticize",
              "praise",
              "demand",
              "accept",
              "reject",
              "blame",
              "want",
              "commit",
              "fear",
              "hope",
              "shift",
              "evaluate",
              "act-hostile",
              "act-friendly",
              "undecided",
              "none"),
          "operator",
          Set.of(
              "none",
              "negation",
              "implicative",
              "modality",
              "condition",
              "reversal",
              "no longer",
              "question",
              "past",
              "attribution"),
          "voice",
          Set.of(
              "active",
              "passive",
              "noun",
              "light verb",
              "idiom",
              "headline",
              "quotation",
              "adjective",
              "clause"));

  /**
   * Reads such a file.
   *
   * @throws IllegalArgumentException if a row is not what the columns want; one line says which
   */
  static List<LabelledSentence> read(Path file) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    var rows = new ArrayList<LabelledSentence>();
    var ids = new HashSet<String>();
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no gold file " + file);
    }
    try (var parser = CSVParser.parse(file, UTF_8, format)) {
      for (CSVRecord row : parser) {
        String where = file + ", record " + row.getRecordNumber();
        if (!row.isConsistent() || !row.isMapped("id")) {
          throw new IllegalArgumentException(
              where + ": expected the columns of the file's comment");
        }
        if (!ids.add(row.get("id"))) {
          throw new IllegalArgumentException(
              where + ": the id '" + row.get("id") + "' stands twice");
        }
        rows.add(of(row, where));
      }
    }
    return rows;
  }

  private static LabelledSentence of(CSVRecord row, String where) {
    KNOWN.forEach(
        (column, values) -> {
          if (!values.contains(row.get(column))) {
            throw new IllegalArgumentException(
                where
                    + ": "
                    + column
                    + " '"
                    + row.get(column)
                    + "' should be one of "
                    + String.join(", ", new TreeSet<>(values)));
          }
        });
    var holder = place(row, HOLDER, where);
    var target = place(row, TARGET, where);
    int polarity = POLARITIES.get(row.get("polarity"));
    String direction = polarity == 0 ? "none" : holder[0] < target[0] ? "forward" : "backward";
    if (!row.get("direction").equals(direction)) {
      throw new IllegalArgumentException(where + ": the direction should be " + direction);
    }
    var labels = new LinkedHashMap<String, String>();
    for (String column : List.of("frame", "operator", "voice")) {
      labels.put(column, row.get(column));
    }
    var spans = new LinkedHashMap<String, int[]>();
    spans.put(HOLDER, holder);
    spans.put(TARGET, target);
    return new LabelledSentence(
        row.get("id"),
        new MarkedSentence(row.get("sentence"), spans),
        row.get("kind").equals("issue"),
        polarity,
        labels);
  }

  /** Where the words of a column stand in the sentence, which they do once. */
  private static int[] place(CSVRecord row, String column, String where) {
    String sentence = row.get("sentence");
    String words = row.get(column);
    int[] place = null;
    for (int at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean whole =
          (at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1)))
              && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
      if (whole && place != null) {
        throw new IllegalArgumentException(
            where + ": the " + column + " '" + words + "' stands twice in the sentence");
      }
      place = whole ? new int[] {at, end} : place;
    }
    if (place == null || words.isEmpty()) {
      throw new IllegalArgumentException(
          where + ": the " + column + " '" + words + "' is not in the sentence");
    }
    return place;
  }
}
