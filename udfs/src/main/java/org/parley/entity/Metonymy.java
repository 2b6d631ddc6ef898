package org.parley.entity;

import java.util.HashMap;
import java.util.Map;
import org.parley.nlp.Sentence;
import org.parley.seed.Seeds;

/**
 * Whether a capital or a seat stands for the government that sits there or for the place: by its
 * relation to the word that governs it, with the cues of {@code metonymy.csv}. Immutable.
 */
final class Metonymy {
  /** What a capital or seat stands for here, and how sure that is. */
  record Reading(boolean acts, double confidence) {}

  private static final String ANY = "*";

  /** By "relation/of/governor": whether it acts. */
  private final Map<String, Boolean> cues = new HashMap<>();

  Metonymy(Seeds seeds) {
    for (var row : seeds.csv("entities/metonymy.csv")) {
      boolean acts = row.get("reading").equals("actor");
      for (var governor : row.get("governors").split(" ", -1)) {
        for (var of : of(row.get("of"))) {
          cues.put(key(row.get("relation"), of, governor), acts);
        }
      }
    }
  }

  private static String[] of(String what) {
    return what.equals("any") ? new String[] {"capital", "seat"} : new String[] {what};
  }

  private static String key(String relation, String of, String governor) {
    return relation + "/" + of + "/" + governor;
  }

  /**
   * Reads the tokens from first to before last.
   *
   * @param use CAPITAL or SEAT
   */
  Reading read(Sentence sentence, int first, int last, NameForm.Use use) {
    var tokens = sentence.tokens();
    var of = use == NameForm.Use.SEAT ? "seat" : "capital";
    if (first == 0 && isDateline(sentence, last)) {
      return new Reading(false, 0.97);
    }
    if (use == NameForm.Use.CAPITAL
        && last + 1 < tokens.size()
        && tokens.get(last).word().equals(",")
        && tokens.get(last + 1).ner().equals("LOCATION")
        && last + 2 < tokens.size()
        && !tokens.get(last + 2).word().equals("and")) {
      // "Espoo, Finland"
      return new Reading(false, 0.9);
    }
    var governor = Governor.of(sentence, first, last);
    boolean subject = governor.relation().equals(Governor.SUBJECT);
    boolean full = tokens.subList(first, last).stream().anyMatch(t -> t.word().equals(","));
    boolean article =
        use == NameForm.Use.CAPITAL
            && first > 0
            && tokens.get(first - 1).word().matches("(?i)an?|the")
            && !governor.relation().matches(Governor.COMPOUND + "|" + Governor.HYPHEN);
    if ((full && !subject) || article) {
      // "Washington, D.C.", and "the Bern" of a slogan
      return new Reading(false, 0.85);
    }
    for (var lemma : new String[] {governor.nearest(), governor.lemma()}) {
      var cue = lemma.isEmpty() ? null : cues.get(key(governor.relation(), of, lemma));
      if (cue != null) {
        return new Reading(cue, 0.92);
      }
    }
    var usual = cues.get(key(governor.relation(), of, ANY));
    if (usual != null) {
      return new Reading(usual, 0.8);
    }
    return new Reading(use == NameForm.Use.SEAT, 0.6);
  }

  /** "MOSCOW (AP) --", "MOSCOW, May 3 --", "Kyiv --". */
  static boolean isDateline(Sentence sentence, int last) {
    var tokens = sentence.tokens();
    int limit = Math.min(tokens.size(), last + 8);
    for (int i = last; i < limit; i++) {
      var word = tokens.get(i).word();
      if (word.equals("--") || word.equals("\u2014") || word.equals("\u2013")) {
        return true;
      }
      if (word.equals("-") && i > 0 && tokens.get(i).begin() > tokens.get(i - 1).end()) {
        return true;
      }
      if (tokens.get(i).pos().startsWith("VB") || tokens.get(i).pos().equals("MD")) {
        return false;
      }
    }
    return false;
  }
}
