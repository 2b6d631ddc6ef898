package org.parley.entity;

import java.util.Deque;
import java.util.Set;
import org.parley.nlp.Sentence;

/**
 * "It": an organisation or country that is the subject of its own clause, or of the sentence before
 * where it acts as only such a one can.
 */
final class ThingPronouns {
  private static final Set<String> EXPLETIVE_VERBS =
      Set.of("be", "seem", "appear", "take", "remain", "become", "happen", "make", "turn", "rain");

  /** "The resolution ... It demands": what is written speaks as its author does. */
  private static final Set<String> WRITINGS =
      Set.of(
          "report",
          "resolution",
          "directive",
          "letter",
          "statement",
          "order",
          "bill",
          "law",
          "act",
          "editorial",
          "article",
          "piece",
          "essay",
          "book",
          "memo",
          "document",
          "policy",
          "rule",
          "ruling",
          "decision",
          "lawsuit",
          "suit",
          "complaint",
          "brief",
          "petition",
          "study",
          "poll",
          "survey",
          "plan",
          "proposal",
          "agreement",
          "deal",
          "treaty",
          "platform",
          "ad",
          "amendment",
          "legislation",
          "measure",
          "constitution",
          "declaration",
          "email",
          "message",
          "speech");

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
      return found != null && safe && !found.isListed() && !isWriting(place, subject.token())
          ? place.referent(found, "pronoun-it", 0.75)
          : null;
    }
    if (!subjects.isEmpty() || !place.isSubject() || before.isEmpty()) {
      return null;
    }
    var verb = place.sentence().tokens().get(place.sentence().tokens().get(place.at()).head());
    var sentence = before.getFirst().sentence();
    if (!cues.isAct(Governor.lemma(verb))
        || hasWriting(sentence, 0, sentence.tokens().size())
        || hasWriting(place.sentence(), 0, place.at())) {
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
    return copula
        || isPassive(sentence, token.head())
        || EXPLETIVE_VERBS.contains(Governor.lemma(verb))
        || verb.pos().startsWith("JJ");
  }

  /** "It was announced that", "although it is not confirmed". */
  private static boolean isPassive(Sentence sentence, int verb) {
    return sentence.tokens().get(verb).pos().equals("VBN")
        && sentence.dependents(verb).stream()
            .anyMatch(i -> sentence.tokens().get(i).relation().equals("aux:pass"));
  }

  /** "X has not ruled on the law and its sense": between the two stands what may be meant. */
  private static boolean isWriting(PronounPlace place, int subject) {
    return hasWriting(place.sentence(), subject + 1, place.at());
  }

  private static boolean hasWriting(Sentence sentence, int from, int to) {
    return sentence.tokens().subList(from, to).stream()
        .anyMatch(
            token -> token.pos().startsWith("NN") && WRITINGS.contains(Governor.lemma(token)));
  }
}
