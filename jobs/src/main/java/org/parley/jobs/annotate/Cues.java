package org.parley.jobs.annotate;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.parley.seed.Seeds;

/** The words that make a sentence worth parsing: those that report speech or express a stance. */
final class Cues {

  private static final Pattern ALTERNATIVES = Pattern.compile("\\|");
  private static final Pattern FURTHER_WORDS = Pattern.compile("[ _].*");

  private Cues() {}

  /** The lemmas of the lexicon, in lower case; of an expression of several words, the first. */
  static Set<String> of(Seeds seeds) {
    var lemmas = new TreeSet<String>();
    for (var record : seeds.csv("lexicon/reporting.csv")) {
      // A carrier reports nothing without its noun, which is a cue itself.
      if (!record.get("pos").equals("carrier")) {
        add(record.get("cue"), lemmas);
      }
    }
    for (var record : seeds.csv("lexicon/frames.csv")) {
      for (String head : ALTERNATIVES.split(record.get("head"), -1)) {
        add(head, lemmas);
      }
    }
    return lemmas;
  }

  private static void add(String expression, Set<String> lemmas) {
    String first = FURTHER_WORDS.matcher(expression.strip()).replaceFirst("");
    lemmas.add(first.toLowerCase(Locale.ROOT));
  }
}
