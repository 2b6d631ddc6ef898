package org.parley.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * Whether a country or place stands for its team: in a report on a match, where it is not in, at or
 * from there that something happens. "England beat Samoa" is no act of a government.
 */
final class Sport {
  private static final double SHARE = 0.012;
  private static final int KINDS = 4;
  private static final Set<String> AGAINST = Set.of("versus", "vs", "vs.");

  private final NameCues cues;
  private final boolean report;

  Sport(NameCues cues, AnnotatedText text) {
    this.cues = cues;
    int words = 0;
    int found = 0;
    var kinds = new HashSet<String>();
    for (var sentence : text.sentences()) {
      for (var token : sentence.tokens()) {
        words++;
        if (cues.isSport(token.word())) {
          found++;
          kinds.add(token.lemma());
        }
      }
    }
    report = kinds.size() >= KINDS && found >= words * SHARE;
  }

  /** Whether the tokens from first to before last name a team. */
  boolean isTeam(Sentence sentence, int first, int last) {
    var tokens = sentence.tokens();
    if (isPlayed(tokens, first - 1) || isPlayed(tokens, last)) {
      return true;
    }
    if (!report) {
      return false;
    }
    int before = first - 1;
    while (before >= 0 && tokens.get(before).word().equals("the")) {
      before--;
    }
    boolean there =
        before >= 0
            && (cues.isAt(tokens.get(before).word())
                || (tokens.get(before).word().equals(",")
                    && tokens.get(first).ner().equals("LOCATION")
                    && before > 0
                    && tokens.get(before - 1).ner().equals("LOCATION")));
    return !there;
  }

  /** "Ruritania versus Fenland" in a sentence on a game. */
  private boolean isPlayed(List<Token> tokens, int between) {
    return between > 0
        && between < tokens.size()
        && AGAINST.contains(tokens.get(between).word())
        && tokens.stream().anyMatch(token -> cues.isSport(token.word()));
  }

  /** The team of a place. */
  static Entity team(Entity place) {
    var name = place.name() + " (team)";
    return new Entity(
        "org:" + Slug.of(place.name()) + "_team", name, EntityType.ORGANIZATION, null);
  }
}
