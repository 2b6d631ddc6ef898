package org.parley.entity;

import java.util.Set;
import org.parley.nlp.Token;

/** Common nouns for one person: "man", "driver", "senator". */
final class PersonNouns {
  private static final Set<String> KINDS =
      Set.of("office", "member", "rank", "spokesperson", "adviser", "profession");

  private final Titles titles;
  private final NameCues cues;

  PersonNouns(Titles titles, NameCues cues) {
    this.titles = titles;
    this.cues = cues;
  }

  /** Whether a token is a noun for somebody whom a pronoun of a gender (m or f) may take up. */
  boolean fits(Token token, String gender) {
    if (!token.pos().equals("NN")) {
      return false;
    }
    var word = Governor.lemma(token);
    var kind = titles.kind(word);
    return cues.isPerson(word)
        || (gender.equals("m") ? cues.isMan(word) : cues.isWoman(word))
        || (kind != null && KINDS.contains(kind));
  }
}
