package org.parley.entity;

import java.util.Deque;
import java.util.Set;

/**
 * "It": an organisation or country that is the subject of its own clause, or of the sentence before
 * where it acts as only such a one can.
 */
final class ThingPronouns {
  private static final Set<String> EXPLETIVE_VERBS =
      Set.of("be", "seem", "appear", "take", "remain", "become", "happen", "make", "turn", "rain");

  private final NameCues cues;

  ThingPronouns(NameCues cues) {
    this.cues = cues;
  }

  static boolean fits(Antecedent one) {
    return switch (one.entity().type()) {
      case ORGANIZATION, COUNTRY -> one.referent().kind() != Mention.Kind.DEMONYM;
      case PERSON, LOCATION, GROUP -> false;
    };
  }

  Referent resolve(PronounPlace place, Deque<PronounPlace.Read> before) {
    if (isExpletive(place)) {
      return null;
    }
    var subjects = Clauses.subjects(place.sentence(), place.at());
    // "X said the plan would show its strength" is the plan's: only the innermost subject counts.
    int index = place.isObject() ? 1 : 0;
    if (subjects.size() > index) {
      var subject = subjects.get(index);
      var found = place.before(subject.token());
      boolean safe = place.isPossessive() || place.isReflexive() || subject.complement();
      return found != null && safe && !found.isListed()
          ? place.referent(found, "pronoun-it", 0.75)
          : null;
    }
    if (!subjects.isEmpty() || !place.isSubject() || before.isEmpty()) {
      return null;
    }
    var verb = place.sentence().tokens().get(place.sentence().tokens().get(place.at()).head());
    if (!cues.isAct(Governor.lemma(verb))) {
      return null;
    }
    var actors =
        before.getFirst().antecedents().stream()
            .filter(one -> one.quote() == place.quote() && fits(one) && one.subject())
            .toList();
    return Antecedent.count(actors) == 1
        ? place.referent(actors.get(0), "pronoun-it-acts", 0.75)
        : null;
  }

  private static boolean isExpletive(PronounPlace place) {
    var sentence = place.sentence();
    var token = sentence.tokens().get(place.at());
    if (!token.pos().equals("PRP")) {
      return false;
    }
    if (token.head() < 0) {
      return true;
    }
    var verb = sentence.tokens().get(token.head());
    boolean copula =
        sentence.dependents(token.head()).stream()
            .anyMatch(i -> sentence.tokens().get(i).relation().equals("cop"));
    return copula || EXPLETIVE_VERBS.contains(Governor.lemma(verb)) || verb.pos().startsWith("JJ");
  }
}
