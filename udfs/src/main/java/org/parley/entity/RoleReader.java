package org.parley.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * Reads the phrases for offices of a text, and whom the text itself calls so: by a title before a
 * name, an apposition, or "is the".
 */
final class RoleReader {
  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s", "'", "\u2019");
  private static final Set<String> MORE = Set.of("of", "from", "for", "in");
  private static final Set<String> NOT_NOW =
      Set.of(
          "former",
          "ex",
          "then",
          "late",
          "next",
          "future",
          "previous",
          "past",
          "would-be",
          "incoming",
          "elect",
          "designate",
          "deputy",
          "acting",
          "aspiring",
          "eventual",
          "likely",
          "prospective",
          "potential");

  /** "nominee for president", "as president": an office, and nobody who holds it. */
  private static final Set<String> SUPPOSED = Set.of("as", "for");

  private final Titles titles;
  private final AnnotatedText text;
  private final List<RolePhrase> phrases = new ArrayList<>();
  private final List<RoleFact> facts = new ArrayList<>();

  RoleReader(Titles titles, AnnotatedText text) {
    this.titles = titles;
    this.text = text;
  }

  /** The phrases that may stand for somebody, in order. */
  List<RolePhrase> phrases() {
    return phrases;
  }

  /** What the text says of who holds an office, in order. */
  List<RoleFact> facts() {
    return facts;
  }

  /**
   * Reads a sentence.
   *
   * @param names its names; a nationality that belongs to a title before a name is taken out
   */
  void read(Sentence sentence, List<Referent> names) {
    var tokens = sentence.tokens();
    var at = new Referent[tokens.size()];
    for (var name : names) {
      for (int i = name.first(); i < name.last(); i++) {
        at[i] = name;
      }
    }
    int i = 0;
    while (i < tokens.size()) {
      var match = at[i] != null ? null : titles.index().longestAt(text.text(), sentence, i);
      if (match == null || isInside(at, match)) {
        i++;
        continue;
      }
      var phrase = phrase(sentence, at, match);
      boolean title =
          match.last() < tokens.size() && at[match.last()] != null && at[match.last()].isPerson();
      if (title) {
        note(phrase, at[match.last()].entity());
        // "French President NAME" is one phrase, as "the French president" is.
        for (int k = phrase.first(); k < match.first(); k++) {
          if (at[k] != null && at[k].kind() == Mention.Kind.DEMONYM) {
            names.remove(at[k]);
          }
        }
      } else {
        var apposed = apposed(tokens, at, phrase);
        if (apposed != null) {
          note(phrase, apposed);
        }
        boolean said = apposed != null && phrase.now();
        if ((phrase.holder() != null || phrase.definite()) && (said || phrase.referring())) {
          phrases.add(phrase);
        }
      }
      i = match.last();
    }
  }

  private void note(RolePhrase phrase, Entity person) {
    if (phrase.now()) {
      facts.add(new RoleFact(phrase, person));
    }
  }

  private static boolean isInside(Referent[] at, NameIndex.Match match) {
    for (int i = match.first(); i < match.last(); i++) {
      if (at[i] != null) {
        return true;
      }
    }
    return false;
  }

  private static RolePhrase phrase(Sentence sentence, Referent[] at, NameIndex.Match match) {
    var tokens = sentence.tokens();
    var role = Roles.normal(match.form().senses().get(0).entityId());
    // "the new conservative German foreign minister": adjectives may stand between.
    int first = beforeAdjectives(tokens, at, match.first(), 3);
    int last = match.last();
    Entity holder = null;
    int left = first;
    if (left > 0 && POSSESSIVE.contains(tokens.get(left - 1).word())) {
      left--;
    }
    if (left > 0 && at[left - 1] != null && holds(at[left - 1])) {
      holder = at[left - 1].entity();
      first = at[left - 1].first();
    } else if (last + 1 < tokens.size() && tokens.get(last).word().equals("of")) {
      int of = last + 1;
      if (tokens.get(of).word().equalsIgnoreCase("the") && of + 1 < tokens.size()) {
        of++;
      }
      if (at[of] != null && at[of].first() == of && holds(at[of])) {
        holder = at[of].entity();
        last = at[of].last();
      }
    }
    first = beforeAdjectives(tokens, at, first, 2);
    boolean now = true;
    var marks = new HashSet<String>();
    for (int i = first; i < match.first(); i++) {
      now &= !NOT_NOW.contains(Governor.lemma(tokens.get(i)));
      boolean capital = at[i] == null && i > 0 && tokens.get(i).pos().startsWith("JJ");
      if (capital && Character.isUpperCase(tokens.get(i).word().charAt(0))) {
        marks.add(tokens.get(i).word());
      }
    }
    var before = first > 0 ? tokens.get(first - 1) : null;
    boolean definite = before != null && before.word().equalsIgnoreCase("the");
    boolean indefinite = before != null && !definite && before.pos().matches("DT|PRP\\$|W.*");
    boolean supposed =
        before != null && !definite && SUPPOSED.contains(Governor.lemma(before)) && holder != null;
    if (last + 1 < tokens.size() && tokens.get(last).word().equals("-")) {
      now &= !NOT_NOW.contains(Governor.lemma(tokens.get(last + 1)));
    }
    return new RolePhrase(
        sentence,
        definite ? first - 1 : first,
        last,
        role,
        indefinite ? null : holder,
        marks,
        definite,
        now,
        !supposed
            && !isPredicate(sentence, match.first(), match.last())
            && !goesOn(tokens, at, last));
  }

  private static int beforeAdjectives(List<Token> tokens, Referent[] at, int from, int most) {
    int first = from;
    for (int steps = 0; first > 0 && at[first - 1] == null && steps < most; steps++) {
      var before = tokens.get(first - 1);
      if (!NOT_NOW.contains(Governor.lemma(before))
          && !before.pos().startsWith("JJ")
          && !isHyphen(tokens, first - 1)) {
        break;
      }
      first--;
    }
    return first;
  }

  /** A hyphen inside a word: not a dash. */
  private static boolean isHyphen(List<Token> tokens, int at) {
    return tokens.get(at).word().equals("-")
        && at > 0
        && tokens.get(at - 1).end() == tokens.get(at).begin();
  }

  private static boolean holds(Referent name) {
    return switch (name.entity().type()) {
      case COUNTRY, ORGANIZATION -> true;
      case LOCATION, PERSON, GROUP -> false;
    };
  }

  /** "who becomes the president", "if she is the nominee": an office, and nobody meant by it. */
  private static boolean isPredicate(Sentence sentence, int first, int last) {
    if (!sentence.parsed()) {
      return false;
    }
    var tokens = sentence.tokens();
    int head = Governor.headOf(tokens, first, last);
    boolean copula =
        sentence.dependents(head).stream().anyMatch(i -> tokens.get(i).relation().equals("cop"));
    int verb = tokens.get(head).head();
    return copula || (verb >= 0 && Governor.lemma(tokens.get(verb)).equals("become"));
  }

  /** "the senator from Ruritania", "the governor of the province", "the chief executive's wife". */
  private static boolean goesOn(List<Token> tokens, Referent[] at, int next) {
    if (next + 1 >= tokens.size()) {
      return false;
    }
    var token = tokens.get(next);
    boolean more =
        MORE.contains(token.word())
            && (at[next + 1] != null || tokens.get(next + 1).pos().matches("DT|NN.*|JJ"))
            && (token.word().equals("of") || at[next + 1] != null);
    boolean compound = token.pos().startsWith("NN") && at[next] == null;
    return more || compound;
  }

  /** Whom an apposition names: "Germany's chancellor, NAME," or "NAME, the U.S. president,". */
  private static Entity apposed(List<Token> tokens, Referent[] at, RolePhrase phrase) {
    boolean certain = phrase.definite() || phrase.holder() != null;
    int last = phrase.last();
    if (certain
        && last + 1 < tokens.size()
        && tokens.get(last).word().equals(",")
        && at[last + 1] != null
        && at[last + 1].isPerson()
        && at[last + 1].first() == last + 1) {
      int end = at[last + 1].last();
      if (end >= tokens.size() || !tokens.get(end).word().equals("and")) {
        return at[last + 1].entity();
      }
    }
    int first = phrase.first();
    if (certain && first > 1 && at[first - 2] != null && at[first - 2].isPerson()) {
      var between = tokens.get(first - 1);
      boolean closed =
          last >= tokens.size()
              || (!Character.isLetterOrDigit(tokens.get(last).word().charAt(0))
                  && !POSSESSIVE.contains(tokens.get(last).word()))
              || tokens.get(last).pos().equals("WP");
      boolean is = Governor.lemma(between).equals("be") && phrase.definite();
      if ((between.word().equals(",") && closed) || (is && !isSupposed(tokens, first - 2))) {
        return at[first - 2].entity();
      }
    }
    return null;
  }

  /** "if NAME is the nominee". */
  private static boolean isSupposed(List<Token> tokens, int end) {
    return tokens.subList(0, end).stream()
        .anyMatch(token -> Set.of("if", "whether", "unless").contains(Governor.lemma(token)));
  }
}
