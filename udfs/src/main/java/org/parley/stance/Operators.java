package org.parley.stance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/** What changes a frame's polarity: the rows of lexicon/operators.csv. Immutable. */
final class Operators {
  static final String FILE = "lexicon/operators.csv";

  /** The kinds of rows; the file's comment lines describe them. */
  enum Kind {
    NEGATOR,
    NEGATION,
    IMPLICATIVE,
    MODAL,
    DEONTIC,
    NECESSITY,
    REPORT,
    PAST,
    FUTURE,
    HEDGE,
    CONDITION,
    QUESTION,
    RISK,
    LIGHT,
    REVERSE,
    REVOKE,
    UNREAL,
    DELEGATE,
    TRANSPARENT,
    DEICTIC,
    COPULA,
    LABEL,
    AROUSE,
    VAGUE,
    ASSERTION,
    MEDIUM,
    PART,
    FEW,
    TIME,
    UTTERANCE,
    FORCE,
    HUMAN,
    MATERIEL,
    MEASURE,
    FICTION,
    LESSEN,
    LINK;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Map<Kind, Map<String, Double>> values;

  private Operators(Map<Kind, Map<String, Double>> values) {
    this.values = values;
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException if a row has an unknown kind or no number where one is needed
   */
  static Operators load(Seeds seeds) {
    var values = new HashMap<Kind, Map<String, Double>>();
    for (Kind kind : Kind.values()) {
      values.put(kind, new HashMap<>());
    }
    for (CSVRecord row : seeds.csv(FILE)) {
      String where = FILE + ", record " + row.getRecordNumber();
      Kind kind =
          Arrays.stream(Kind.values())
              .filter(k -> k.label().equals(row.get("kind")))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          where
                              + ": unknown kind '"
                              + row.get("kind")
                              + "'; use one of "
                              + Arrays.stream(Kind.values())
                                  .map(Kind::label)
                                  .collect(Collectors.joining(", "))));
      double value;
      try {
        value = Double.parseDouble(row.get("value"));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            where + ": value '" + row.get("value") + "' is not a number", e);
      }
      for (String word : row.get("word").split("\\|", -1)) {
        values.get(kind).put(word.strip(), value);
      }
    }
    return new Operators(values);
  }

  /** Only the words that tell what stands where, none that change a sign or an assertion. */
  Operators rolesOnly() {
    var kept = new HashMap<>(values);
    for (Kind kind :
        List.of(
            Kind.NEGATOR,
            Kind.IMPLICATIVE,
            Kind.MODAL,
            Kind.PAST,
            Kind.FUTURE,
            Kind.HEDGE,
            Kind.CONDITION,
            Kind.QUESTION,
            Kind.RISK,
            Kind.REVOKE,
            Kind.UNREAL)) {
      kept.put(kind, Map.of());
    }
    return new Operators(kept);
  }

  boolean is(Kind kind, String word) {
    return values.get(kind).containsKey(word);
  }

  double value(Kind kind, String word, double otherwise) {
    return values.get(kind).getOrDefault(word, otherwise);
  }

  Set<String> words(Kind kind) {
    return new TreeSet<>(values.get(kind).keySet());
  }

  /** The factor by which negation changes a frame of a class. */
  double negated(String frameKind) {
    return value(Kind.NEGATION, frameKind, value(Kind.NEGATION, "other", 0));
  }

  /** The kinds, for messages and tests. */
  static List<Kind> kinds() {
    return List.of(Kind.values());
  }
}
