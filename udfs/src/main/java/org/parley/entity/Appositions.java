package org.parley.entity;

import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Token;

/**
 * Whom a text itself says to hold an office: "Germany's chancellor, NAME," or "NAME, the U.S.
 * president," or "NAME is the president". Between the two may stand a party and a state ("NAME,
 * D-Ohio, the committee's chairman,") or another title ("the Finnish leader, President NAME").
 */
final class Appositions {
  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s", "'", "\u2019");
  private static final Set<String> IF = Set.of("if", "whether", "unless");
  private static final int TITLE = 4;
  private static final int ASIDE = 6;

  private final Titles titles;
  private final AnnotatedText text;

  Appositions(Titles titles, AnnotatedText text) {
    this.titles = titles;
    this.text = text;
  }

  /**
   * The person whom an apposition to a phrase names, or null.
   *
   * @param at the name at each token
   */
  Entity person(List<Token> tokens, Referent[] at, RolePhrase phrase) {
    if (!phrase.definite() && phrase.holder() == null) {
      return null;
    }
    var after = after(tokens, at, phrase.last());
    return after != null ? after : before(tokens, at, phrase);
  }

  private Entity after(List<Token> tokens, Referent[] at, int comma) {
    if (comma + 1 >= tokens.size() || !tokens.get(comma).word().equals(",")) {
      return null;
    }
    int first = comma + 1;
    int last = Math.min(tokens.size() - 1, first + TITLE);
    for (int i = first; i <= last; i++) {
      boolean person = at[i] != null && at[i].isPerson() && at[i].first() == i;
      if (person && (i == first || isTitle(tokens, first, i))) {
        int end = at[i].last();
        // "The nominee, NAME wrote, will lose" is about somebody else.
        boolean open =
            end < tokens.size()
                && (tokens.get(end).word().equals("and")
                    || tokens.get(end).pos().matches("VB[DZ]"));
        return open ? null : at[i].entity();
      }
    }
    return null;
  }

  private boolean isTitle(List<Token> tokens, int first, int last) {
    return titles.titleBefore(text.text(), tokens, last) <= first;
  }

  private static Entity before(List<Token> tokens, Referent[] at, RolePhrase phrase) {
    int first = phrase.first();
    if (first < 2) {
      return null;
    }
    int name = beforeAside(tokens, at, first - 2);
    if (name < 0 || at[name] == null || !at[name].isPerson()) {
      return null;
    }
    int last = phrase.last();
    var between = tokens.get(first - 1);
    boolean closed =
        last >= tokens.size()
            || (!Character.isLetterOrDigit(tokens.get(last).word().charAt(0))
                && !POSSESSIVE.contains(tokens.get(last).word()))
            || tokens.get(last).pos().equals("WP");
    boolean is = name == first - 2 && Governor.lemma(between).equals("be") && phrase.definite();
    return (between.word().equals(",") && closed) || (is && !isSupposed(tokens, name))
        ? at[name].entity()
        : null;
  }

  /** The end of the name before "D-Ohio" between commas or "(D-Ohio)", otherwise the token. */
  private static int beforeAside(List<Token> tokens, Referent[] at, int token) {
    boolean bracket = tokens.get(token).word().matches("\\)|-RRB-");
    boolean party = false;
    for (int i = token; i > 0 && token - i < ASIDE; i--) {
      var word = tokens.get(i).word();
      party |= word.matches("[A-Z]|[A-Z]-.+");
      if (i < token && word.matches(bracket ? "\\(|-LRB-" : ",")) {
        return party ? i - 1 : token;
      }
      if (at[i] != null && at[i].isPerson()) {
        break;
      }
    }
    return token;
  }

  /** "if NAME is the nominee". */
  private static boolean isSupposed(List<Token> tokens, int end) {
    return tokens.subList(0, end).stream().anyMatch(token -> IF.contains(Governor.lemma(token)));
  }
}
