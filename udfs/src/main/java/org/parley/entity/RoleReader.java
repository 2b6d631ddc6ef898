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
  private static final Set<String> SUPPOSED = Set.of("as", "for", "while", "when");

  /** "the post of", "the job of". */
  private static final Set<String> POSTS =
      Set.of("post", "job", "role", "position", "office", "title", "function", "seat", "election");

  private static final Set<String> PREDICATES = Set.of("be", "become", "remain", "name", "appoint");
  private static final String ORDINAL = "first|second|third|fourth|fifth|sixth|\\d+(st|nd|rd|th)";
  private static final String YEARS = "(19|20)\\d\\d.*";

  private final Titles titles;
  private final Appositions appositions;
  private final AnnotatedText text;
  private final List<RolePhrase> phrases = new ArrayList<>();
  private final List<RoleFact> facts = new ArrayList<>();

  RoleReader(Titles titles, AnnotatedText text) {
    this.titles = titles;
    this.appositions = new Appositions(titles, text);
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
      var titled = titled(at, match, phrase);
      if (titled != null) {
        note(phrase, titled.entity());
        // "French President NAME" is one phrase, as "the French president" is.
        for (int k = phrase.first(); k < match.first(); k++) {
          if (at[k] != null && at[k].kind() == Mention.Kind.DEMONYM) {
            names.remove(at[k]);
          }
        }
      } else {
        var apposed = appositions.person(tokens, at, phrase);
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

  /** Before whose name a title stands: "President NAME", "chairman of the Lake Society NAME". */
  private static Referent titled(Referent[] at, NameIndex.Match match, RolePhrase phrase) {
    for (int next : new int[] {match.last(), phrase.last()}) {
      if (next < at.length && at[next] != null && at[next].isPerson()) {
        return at[next];
      }
    }
    return null;
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
      // "the head of Japan's largest bank" heads no country.
      if (at[of] != null
          && at[of].first() == of
          && holds(at[of])
          && !isOwner(tokens, at[of].last())) {
        holder = at[of].entity();
        last = at[of].last();
      }
    }
    first = beforeAdjectives(tokens, at, first, 2);
    boolean now = !isFormerOf(tokens, at, first);
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
    boolean supposed = holder != null && isSupposed(tokens, definite ? first - 1 : first, last);
    boolean ranked =
        tokens.subList(first, match.first()).stream()
            .anyMatch(token -> token.word().matches(ORDINAL));
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
            && !ranked
            && !isPredicate(sentence, match.first(), match.last())
            && !goesOn(tokens, at, last));
  }

  private static boolean isOwner(List<Token> tokens, int next) {
    return next < tokens.size() && POSSESSIVE.contains(tokens.get(next).word());
  }

  /** "the former Venning society president": a name may stand between. */
  private static boolean isFormerOf(List<Token> tokens, Referent[] at, int first) {
    int before = first > 0 && at[first - 1] != null ? at[first - 1].first() - 1 : -1;
    return before >= 0 && NOT_NOW.contains(Governor.lemma(tokens.get(before)));
  }

  /** "as the president", "the post of president", "while president": nobody need hold it. */
  private static boolean isSupposed(List<Token> tokens, int first, int last) {
    if (first == 0) {
      return false;
    }
    var before = Governor.lemma(tokens.get(first - 1));
    boolean definite = tokens.get(first).word().equalsIgnoreCase("the");
    boolean acts =
        last < tokens.size()
            && (tokens.get(last).pos().matches("VB[DPZ]|MD")
                || POSSESSIVE.contains(tokens.get(last).word()));
    if (before.equals("of") && first > 1) {
      return POSTS.contains(Governor.lemma(tokens.get(first - 2)));
    }
    return definite ? before.equals("as") && !acts : SUPPOSED.contains(before);
  }

  private static int beforeAdjectives(List<Token> tokens, Referent[] at, int from, int most) {
    int first = from;
    for (int steps = 0; first > 0 && at[first - 1] == null && steps < most; steps++) {
      var before = tokens.get(first - 1);
      if (!NOT_NOW.contains(Governor.lemma(before))
          && !before.pos().startsWith("JJ")
          && !isHyphen(tokens, first - 1)
          && !isHyphen(tokens, first)) {
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
    var tokens = sentence.tokens();
    if (!sentence.parsed()) {
      int before = first - 1;
      while (before > 0 && tokens.get(before).pos().matches("DT|JJ.?|NNPS?|POS")) {
        before--;
      }
      return before > 0 && PREDICATES.contains(Governor.lemma(tokens.get(before)));
    }
    int head = Governor.headOf(tokens, first, last);
    boolean copula =
        sentence.dependents(head).stream().anyMatch(i -> tokens.get(i).relation().equals("cop"));
    int verb = tokens.get(head).head();
    return copula
        || tokens.get(head).relation().equals("xcomp")
        || (verb >= 0 && Governor.lemma(tokens.get(verb)).equals("become"));
  }

  /** "the senator from Ruritania", "the governor of the province", "the chairman (1990-94)". */
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
    boolean years = token.word().matches("\\(|-LRB-") && tokens.get(next + 1).word().matches(YEARS);
    return more || compound || years;
  }
}
