package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * Offices that stand for their holders: "the U.S. president", "Germany's chancellor", "the prime
 * minister". Who that is: first by what the text itself says (a title before a name, an
 * apposition), then by the dated offices of the seeds, then, with little confidence, the country.
 */
final class RoleFinder {
  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s", "'", "\u2019");
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
          "potential");

  private final Gazetteer gazetteer;
  private final AnnotatedText text;
  private final LocalDate day;
  private final List<RoleFact> facts = new ArrayList<>();
  private final Map<String, Integer> firstMention = new LinkedHashMap<>();

  RoleFinder(Gazetteer gazetteer, AnnotatedText text, LocalDate day) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.day = day;
  }

  /** A phrase for an office, before it is known who holds it. */
  private record Phrase(
      Sentence sentence,
      int first,
      int roleFirst,
      int last,
      String role,
      Entity holder,
      boolean definite,
      boolean now) {
    int begin() {
      return sentence.tokens().get(first).begin();
    }
  }

  /**
   * Finds the roles.
   *
   * @param names the names of the text, by sentence index
   * @return the referents of the roles that stand for somebody, in order
   */
  List<Referent> find(Map<Integer, List<Referent>> names) {
    var phrases = new ArrayList<Phrase>();
    for (var sentence : text.sentences()) {
      var named = names.getOrDefault(sentence.index(), List.of());
      for (var name : named) {
        if (name.isPerson()) {
          firstMention.putIfAbsent(name.entity().id(), name.begin());
        }
      }
      find(sentence, named, phrases);
    }
    var found = new ArrayList<Referent>();
    for (var phrase : phrases) {
      var referent = resolve(phrase);
      if (referent != null) {
        found.add(referent);
      }
    }
    return found;
  }

  private void find(Sentence sentence, List<Referent> names, List<Phrase> phrases) {
    var tokens = sentence.tokens();
    var at = new Referent[tokens.size()];
    for (var name : names) {
      for (int i = name.first(); i < name.last(); i++) {
        at[i] = name;
      }
    }
    int i = 0;
    while (i < tokens.size()) {
      var match =
          at[i] != null ? null : gazetteer.titles().index().longestAt(text.text(), sentence, i);
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
        if (apposed != null && phrase.now()) {
          note(phrase, apposed);
        }
        if (phrase.holder() != null || phrase.definite()) {
          phrases.add(phrase);
        }
      }
      i = match.last();
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

  private Phrase phrase(Sentence sentence, Referent[] at, NameIndex.Match match) {
    var tokens = sentence.tokens();
    var role = Roles.normal(match.form().senses().get(0).entityId());
    int first = match.first();
    int last = match.last();
    boolean now = true;
    Entity holder = null;
    // "the new conservative German foreign minister": adjectives may stand between.
    for (int steps = 0; first > 0 && at[first - 1] == null && steps < 3; steps++) {
      var before = tokens.get(first - 1);
      if (NOT_NOW.contains(Governor.lemma(before))) {
        now = false;
      } else if (!before.pos().startsWith("JJ") && !isHyphen(tokens, first - 1)) {
        break;
      }
      first--;
    }
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
    for (int steps = 0; first > 0 && at[first - 1] == null && steps < 2; steps++) {
      var before = tokens.get(first - 1);
      if (NOT_NOW.contains(Governor.lemma(before))) {
        now = false;
      } else if (!before.pos().startsWith("JJ") && !isHyphen(tokens, first - 1)) {
        break;
      }
      first--;
    }
    boolean definite = first > 0 && tokens.get(first - 1).word().equalsIgnoreCase("the");
    boolean indefinite =
        first > 0
            && (tokens.get(first - 1).pos().equals("DT")
                || tokens.get(first - 1).pos().equals("PRP$"))
            && !definite;
    if (definite) {
      first--;
    }
    if (last < tokens.size() && tokens.get(last).word().equals("-")) {
      now &= !(last + 1 < tokens.size() && NOT_NOW.contains(Governor.lemma(tokens.get(last + 1))));
    }
    if (indefinite) {
      holder = null;
    }
    return new Phrase(sentence, first, match.first(), last, role, holder, definite, now);
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

  /** Whom an apposition names: "Germany's chancellor, NAME," or "NAME, the U.S. president,". */
  private static Entity apposed(List<Token> tokens, Referent[] at, Phrase phrase) {
    int last = phrase.last();
    if (last + 1 < tokens.size()
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
    if (first > 1 && at[first - 2] != null && at[first - 2].isPerson()) {
      var between = tokens.get(first - 1);
      boolean closed =
          last >= tokens.size()
              || !Character.isLetterOrDigit(tokens.get(last).word().charAt(0))
              || tokens.get(last).pos().equals("WP");
      if ((between.word().equals(",") && closed && (phrase.definite() || phrase.holder() != null))
          || (Governor.lemma(between).equals("be") && phrase.definite())) {
        return at[first - 2].entity();
      }
    }
    return null;
  }

  private void note(Phrase phrase, Entity person) {
    if (phrase.now()) {
      facts.add(
          new RoleFact(
              phrase.role(),
              phrase.holder() == null ? null : phrase.holder().id(),
              person,
              phrase.begin()));
    }
  }

  private Referent resolve(Phrase phrase) {
    if (!phrase.now()) {
      return null;
    }
    var kind = gazetteer.titles().kind(phrase.role());
    var said = said(phrase);
    if (said != null) {
      return referent(phrase, said, "role-in-text", phrase.holder() == null ? 0.85 : 0.95);
    }
    if (phrase.holder() != null) {
      var held = held(phrase);
      if (held != null) {
        boolean present = firstMention.containsKey(held.id());
        return referent(phrase, held, "role-dated", present ? 0.93 : 0.8);
      }
      boolean office = kind == null || kind.equals("office") || kind.equals("honorific");
      boolean known = phrase.definite() || phrase.holder().type() == EntityType.COUNTRY;
      return office && known ? referent(phrase, phrase.holder(), "role-country", 0.4) : null;
    }
    var present = heldByOnePresent(phrase);
    return present == null ? null : referent(phrase, present, "role-present", 0.75);
  }

  /** Whom the text itself calls so: the last one before the phrase, otherwise the first after. */
  private Entity said(Phrase phrase) {
    RoleFact found = null;
    for (var fact : facts) {
      if (!Roles.takesUp(phrase.role(), fact.role()) || !agrees(phrase, fact)) {
        continue;
      }
      if (found == null || fact.begin() <= phrase.begin()) {
        found = fact;
      }
    }
    return found == null ? null : found.person();
  }

  private boolean agrees(Phrase phrase, RoleFact fact) {
    if (phrase.holder() == null) {
      return true;
    }
    if (fact.holder() != null) {
      return sameHolder(fact.holder(), phrase.holder().id());
    }
    // "President NAME" without a country: then the seeds must know that it is this one.
    var offices = gazetteer.officesOf(fact.person().id());
    return offices.stream().anyMatch(o -> sameHolder(o.holderOf(), phrase.holder().id()));
  }

  private boolean sameHolder(String one, String other) {
    return one.equals(other) || gazetteer.rollUp(one).equals(gazetteer.rollUp(other));
  }

  private Entity held(Phrase phrase) {
    var ids = gazetteer.holders(phrase.holder().id(), phrase.role(), day);
    var present = ids.stream().filter(firstMention::containsKey).toList();
    var chosen = ids.size() == 1 && day != null ? ids : present;
    return chosen.size() == 1 ? gazetteer.entity(chosen.get(0)).orElse(null) : null;
  }

  /** The only person of this text who holds such an office on the day. */
  private Entity heldByOnePresent(Phrase phrase) {
    Entity found = null;
    for (var id : firstMention.keySet()) {
      for (var office : gazetteer.officesOf(id)) {
        boolean then = day == null || office.heldOn(day);
        if (then
            && office.titleWords().contains(phrase.role())
            && !phrase.role().equals("leader")) {
          if (found != null && !found.id().equals(id)) {
            return null;
          }
          found = gazetteer.entity(id).orElseThrow();
        }
      }
    }
    return found;
  }

  private static Referent referent(Phrase phrase, Entity entity, String rule, double confidence) {
    return new Referent(
        phrase.sentence(),
        phrase.first(),
        phrase.last(),
        Mention.Kind.ROLE,
        entity,
        rule,
        confidence);
  }
}
