package org.parley.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.seed.Seeds;

/** The cues of {@code lexicon/reporting.csv}: words that introduce what somebody says or thinks. */
public final class ReportingLexicon {
  private static final String FILE = "lexicon/reporting.csv";

  /** What a cue's content may be; the seeds file explains each. */
  enum Complement {
    QUOTE,
    THAT,
    WH,
    TO,
    OBJECT_TO,
    OBJECT,
    PREDICATE,
    CLAUSE,
    PERSON
  }

  /** The word class of a cue. */
  enum Kind {
    VERB,
    NOUN,
    ADJECTIVE,
    PREPOSITION,
    POSSESSIVE,
    ADVERB,
    /** A verb that says no more of its noun than that somebody utters it. */
    CARRIER
  }

  /**
   * A cue.
   *
   * @param words its words in lower case, base forms; a verb first, then its particle or
   *     preposition
   * @param kind its word class
   * @param meaning its class: speech, thought, ...
   * @param complements what its content may be
   */
  record Cue(List<String> words, Kind kind, String meaning, Set<Complement> complements) {
    boolean takes(Complement complement) {
      return complements.contains(complement);
    }
  }

  private final Map<Kind, Map<String, List<Cue>>> cues = new EnumMap<>(Kind.class);

  private ReportingLexicon() {}

  /**
   * The lexicon of these seeds.
   *
   * @throws IllegalArgumentException if a row has an unknown word class or complement; it names the
   *     row
   */
  public static ReportingLexicon of(Seeds seeds) {
    var lexicon = new ReportingLexicon();
    for (var row : seeds.csv(FILE)) {
      try {
        var complements = EnumSet.noneOf(Complement.class);
        for (String name : row.get("complements").split(" ", -1)) {
          complements.add(Complement.valueOf(constant(name)));
        }
        var cue =
            new Cue(
                List.of(row.get("cue").split(" ", -1)),
                Kind.valueOf(constant(row.get("pos"))),
                row.get("class"),
                complements);
        lexicon
            .cues
            .computeIfAbsent(cue.kind(), kind -> new HashMap<>())
            .computeIfAbsent(cue.words().get(0), word -> new ArrayList<>())
            .add(cue);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "seeds file %s, record %d: %s".formatted(FILE, row.getRecordNumber(), e.getMessage()),
            e);
      }
    }
    for (var byWord : lexicon.cues.values()) {
      for (var list : byWord.values()) {
        list.sort(Comparator.comparingInt((Cue cue) -> cue.words().size()).reversed());
      }
    }
    return lexicon;
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The cues that begin with a word, the longest first. */
  List<Cue> startingWith(Kind kind, String word) {
    return cues.getOrDefault(kind, Map.of()).getOrDefault(word, List.of());
  }

  /** The cue of one word, or null. */
  Cue single(Kind kind, String word) {
    for (var cue : startingWith(kind, word)) {
      if (cue.words().size() == 1) {
        return cue;
      }
    }
    return null;
  }
}
