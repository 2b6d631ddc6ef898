package org.parley.entity;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * "He" and "she": the subject of the clauses around, the only person of fitting gender in the
 * sentence, otherwise whom the sentences before speak of. Somebody without a name ("the driver")
 * who may be meant as well leaves it open.
 */
final class PersonPronouns {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("Mr.", "m"),
          Map.entry("Mr", "m"),
          Map.entry("Sir", "m"),
          Map.entry("Lord", "m"),
          Map.entry("King", "m"),
          Map.entry("Prince", "m"),
          Map.entry("Mrs.", "f"),
          Map.entry("Mrs", "f"),
          Map.entry("Ms.", "f"),
          Map.entry("Ms", "f"),
          Map.entry("Miss", "f"),
          Map.entry("Lady", "f"),
          Map.entry("Queen", "f"),
          Map.entry("Princess", "f"));

  private static final Set<String> BESIDE =
      Set.of("before", "after", "while", "when", "by", "without");

  private final Genders genders;
  private final PersonNouns nouns;
  private final Map<String, String> known = new HashMap<>();

  PersonPronouns(Genders genders, PersonNouns nouns) {
    this.genders = genders;
    this.nouns = nouns;
  }

  /** Notes what a title before a name tells of its bearer. */
  void noteTitle(Referent referent) {
    if (referent.isPerson() && referent.first() > 0) {
      var title = TITLES.get(referent.sentence().tokens().get(referent.first() - 1).word());
      if (title != null) {
        known.putIfAbsent(referent.entity().id(), title);
      }
    }
  }

  boolean fits(Antecedent one, String gender) {
    if (!one.referent().isPerson()) {
      return false;
    }
    var its = genderOf(one);
    return its.isEmpty() || its.equals(gender);
  }

  private String genderOf(Antecedent one) {
    return known.computeIfAbsent(one.entity().id(), id -> genders.of(one.entity().name()));
  }

  Referent resolve(PronounPlace place, String gender, Deque<PronounPlace.Read> before) {
    var chosen = choose(place, gender, before);
    if (chosen != null) {
      known.putIfAbsent(chosen.entity().id(), gender);
    }
    return chosen;
  }

  private Referent choose(PronounPlace given, String gender, Deque<PronounPlace.Read> before) {
    var subjects = Clauses.subjects(given.sentence(), given.at());
    var agent =
        given.isObject() && !subjects.isEmpty() ? given.before(subjects.get(0).token()) : null;
    if (agent != null && isJoined(given, subjects)) {
      return null;
    }
    // "X praised him": not X.
    var place = agent != null && isObjectOf(given, subjects) ? given.without(agent) : given;
    int inSentence = Antecedent.count(place.here());
    boolean innermost = true;
    // The person who is the subject of a clause around the pronoun, the innermost first.
    for (var subject : subjects) {
      boolean bound = place.isObject() && innermost;
      var found = bound ? null : place.before(subject.token());
      if (found != null) {
        // Of one whose gender nothing tells the pronoun must be able to mean nobody else.
        boolean told = !genderOf(found).isEmpty() || inSentence == 1;
        return found.isListed() || !told
            ? null
            : place.referent(found, "pronoun-subject", inSentence == 1 ? 0.88 : 0.75);
      }
      if (!bound && isNameless(place.sentence(), subject.token(), gender)) {
        return null;
      }
      if (place.isReflexive()) {
        return null;
      }
      innermost = false;
    }
    if (place.isReflexive() || inSentence > 1) {
      return null;
    }
    if (inSentence == 1) {
      var only = place.here().get(0);
      var other = spokenOf(place, gender, before);
      // Somebody who was not what the sentence speaks of, while another one was before.
      boolean rival = other != null && other.subject() && !only.subject() && !only.isSame(other);
      return rival || only.equals(agent) ? null : place.referent(only, "pronoun-only-person", 0.8);
    }
    return continued(place, gender, before);
  }

  private Referent continued(PronounPlace place, String gender, Deque<PronounPlace.Read> before) {
    var other = spokenOf(place, gender, before);
    if (other == null) {
      return null;
    }
    var reachable = new ArrayList<Antecedent>();
    before.forEach(read -> reachable.addAll(fitting(place, gender, read)));
    boolean alone = Antecedent.count(reachable) == 1;
    if (!other.subject() && !alone) {
      return null;
    }
    boolean told = !genderOf(other).isEmpty();
    double confidence = (alone ? 0.85 : 0.7) - (told ? 0 : 0.1);
    return place.referent(other, alone ? "pronoun-only-person" : "pronoun-continued", confidence);
  }

  /** "The driver", "a man": somebody who has no name and may be meant. */
  private boolean isNameless(Sentence sentence, int token, String gender) {
    return nouns.fits(sentence.tokens().get(token), gender);
  }

  /**
   * Whether a pronoun is the object of what the innermost subject does: "X met Y before firing
   * him". In "X pushed Y to help him" another one does it, and X may "take his dog with him".
   */
  private static boolean isObjectOf(PronounPlace place, List<Clauses.Subject> subjects) {
    var tokens = place.sentence().tokens();
    if (!tokens.get(place.at()).relation().matches("i?obj")) {
      return false;
    }
    int verb = tokens.get(place.at()).head();
    while (verb >= 0 && tokens.get(subjects.get(0).token()).head() != verb) {
      var relation = tokens.get(verb).relation();
      if (!relation.equals("conj")
          && !(relation.equals("advcl") && isBeside(place.sentence(), verb))) {
        return false;
      }
      verb = tokens.get(verb).head();
    }
    return verb >= 0;
  }

  /** "After firing him": what the subject of the clause around does, not its object. */
  private static boolean isBeside(Sentence sentence, int verb) {
    return sentence.dependents(verb).stream()
        .map(sentence.tokens()::get)
        .anyMatch(token -> token.relation().matches("mark|case") && BESIDE.contains(token.lemma()));
  }

  /** "X said Y was late and blamed him": whose verb the second one is, a tree often mistakes. */
  private static boolean isJoined(PronounPlace place, List<Clauses.Subject> subjects) {
    var tokens = place.sentence().tokens();
    int verb = tokens.get(place.at()).head();
    return subjects.size() > 1
        && verb >= 0
        && tokens.get(verb).relation().equals("conj")
        && tokens.get(subjects.get(0).token()).head() != verb;
  }

  /** Whom the nearest sentence before that speaks of a person speaks of, or null. */
  private Antecedent spokenOf(PronounPlace place, String gender, Deque<PronounPlace.Read> before) {
    for (var read : before) {
      var fitting = fitting(place, gender, read);
      if (isOpen(read, gender)) {
        return null;
      }
      int persons = Antecedent.count(fitting);
      if (persons == 1) {
        return fitting.stream().filter(Antecedent::subject).findFirst().orElse(fitting.get(0));
      }
      if (persons > 1) {
        // "Roe's endorsement of Venning": which of the two it is about, nothing tells.
        var subjects = fitting.stream().filter(one -> one.subject() && !one.isOwner()).toList();
        return Antecedent.count(subjects) == 1 && !subjects.get(0).isListed()
            ? subjects.get(0)
            : null;
      }
    }
    return null;
  }

  private List<Antecedent> fitting(PronounPlace place, String gender, PronounPlace.Read read) {
    return read.antecedents().stream()
        .filter(one -> (one.quote() < 0) == (place.quote() < 0) && fits(one, gender))
        .filter(one -> !place.isOther(one))
        .toList();
  }

  /**
   * Whether a sentence speaks of somebody who has no name: he is the subject of its main clause.
   */
  private boolean isOpen(PronounPlace.Read read, String gender) {
    List<Token> tokens = read.sentence().tokens();
    for (int i = 0; read.sentence().parsed() && i < tokens.size(); i++) {
      int token = i;
      boolean main =
          tokens.get(i).relation().startsWith("nsubj")
              && tokens.get(i).head() >= 0
              && tokens.get(tokens.get(i).head()).head() < 0;
      boolean named =
          read.antecedents().stream()
              .anyMatch(one -> one.referent().first() <= token && token < one.referent().last());
      if (main && !named && isNameless(read.sentence(), i, gender)) {
        return true;
      }
    }
    return false;
  }
}
