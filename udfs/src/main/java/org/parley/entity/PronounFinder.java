package org.parley.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.text.Section;

/**
 * Pronouns where only one antecedent can well be meant. A person: the subject of the clauses around
 * the pronoun, the only one of fitting gender in its sentence, otherwise whom the sentences before
 * speak of. "It" takes up an organisation or country that is the subject of its own clause, or of
 * the sentence before where it acts as only such a one can. What stands in a quotation refers into
 * quotations alone, and nothing outside refers into one.
 */
final class PronounFinder {
  private static final Map<String, String> PERSONAL =
      Map.ofEntries(
          Map.entry("he", "m"),
          Map.entry("him", "m"),
          Map.entry("his", "m"),
          Map.entry("himself", "m"),
          Map.entry("she", "f"),
          Map.entry("her", "f"),
          Map.entry("hers", "f"),
          Map.entry("herself", "f"));
  private static final Set<String> THING = Set.of("it", "its", "itself");
  private static final Set<String> EXPLETIVE_VERBS =
      Set.of("be", "seem", "appear", "take", "remain", "become", "happen", "make", "turn", "rain");
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

  /** How many sentences an antecedent may lie back. */
  private static final int REACH = 3;

  private static final int NO_QUOTE = -1;

  private final AnnotatedText text;
  private final Genders genders;
  private final NameCues cues;
  private final Map<String, String> known = new HashMap<>();

  PronounFinder(AnnotatedText text, Genders genders, NameCues cues) {
    this.text = text;
    this.genders = genders;
    this.cues = cues;
  }

  /** Something that a pronoun may take up, with the quotation in which it stands. */
  private record Antecedent(Referent referent, boolean subject, int quote) {}

  /** A pronoun, and what stands before it in its sentence. */
  private record Place(Sentence sentence, int at, String word, int quote, List<Antecedent> here) {
    boolean isPossessive() {
      return sentence.tokens().get(at).pos().equals("PRP$") || word.equals("hers");
    }

    boolean isReflexive() {
      return word.endsWith("self");
    }

    boolean isSubject() {
      return Clauses.isSubject(sentence, at);
    }
  }

  /** A sentence that was read, with its antecedents. */
  private record Read(Sentence sentence, List<Antecedent> antecedents) {}

  /**
   * Finds the pronouns that can be resolved.
   *
   * @param referents names, roles and groups by sentence index, each list in order
   */
  List<Referent> find(Map<Integer, List<Referent>> referents) {
    referents.values().forEach(list -> list.forEach(this::noteTitle));
    var found = new ArrayList<Referent>();
    Deque<Read> before = new ArrayDeque<>();
    for (var sentence : text.sentences()) {
      if (sentence.section() == Section.BOILERPLATE || sentence.section() == Section.BYLINE) {
        continue;
      }
      before.removeIf(read -> sentence.paragraph() - read.sentence().paragraph() > REACH);
      var here = new ArrayList<Antecedent>();
      for (var referent : referents.getOrDefault(sentence.index(), List.of())) {
        if (!isAside(referent)) {
          here.add(antecedent(referent));
        }
      }
      for (int i = 0; i < sentence.tokens().size(); i++) {
        var pronoun = resolve(sentence, i, here, before);
        if (pronoun != null) {
          found.add(pronoun);
          // Whom a pronoun takes up stays in play for the next one.
          here.add(antecedent(pronoun));
        }
      }
      before.addFirst(new Read(sentence, here));
      if (before.size() > REACH) {
        before.removeLast();
      }
    }
    return found;
  }

  /** "(Jane Roe)" after a part that she plays: the sentence does not go on about her. */
  private static boolean isAside(Referent referent) {
    var tokens = referent.sentence().tokens();
    return referent.first() > 0
        && referent.last() < tokens.size()
        && tokens.get(referent.first() - 1).word().matches("\\(|-LRB-")
        && tokens.get(referent.last()).word().matches("\\)|-RRB-");
  }

  private void noteTitle(Referent referent) {
    if (referent.isPerson() && referent.first() > 0) {
      var title = TITLES.get(referent.sentence().tokens().get(referent.first() - 1).word());
      if (title != null) {
        known.putIfAbsent(referent.entity().id(), title);
      }
    }
  }

  private Antecedent antecedent(Referent referent) {
    return new Antecedent(referent, isSubject(referent), quoteOf(referent.begin()));
  }

  private Referent resolve(Sentence sentence, int at, List<Antecedent> all, Deque<Read> before) {
    var token = sentence.tokens().get(at);
    if (!token.pos().startsWith("PRP")) {
      return null;
    }
    var word = token.word().toLowerCase(Locale.ROOT);
    boolean person = PERSONAL.containsKey(word);
    if (!person && !THING.contains(word)) {
      return null;
    }
    int quote = quoteOf(token.begin());
    var here =
        all.stream()
            .filter(one -> one.referent().last() <= at && one.quote() == quote)
            .filter(one -> person ? fits(one, PERSONAL.get(word)) : acts(one))
            .toList();
    var place = new Place(sentence, at, word, quote, here);
    return person ? person(place, PERSONAL.get(word), before) : thing(place, before);
  }

  private Referent person(Place place, String gender, Deque<Read> before) {
    var chosen = personOf(place, gender, before);
    if (chosen != null) {
      known.putIfAbsent(chosen.entity().id(), gender);
    }
    return chosen;
  }

  private Referent personOf(Place place, String gender, Deque<Read> before) {
    var here = entities(place.here());
    var subject = clauseSubject(place);
    if (subject != null) {
      double confidence = here.size() == 1 ? 0.88 : 0.75;
      return isListed(subject) ? null : referent(place, subject, "pronoun-subject", confidence);
    }
    if (place.isReflexive() || here.size() > 1) {
      return null;
    }
    if (here.size() == 1) {
      var only = place.here().get(0);
      var other = spokenOf(place, gender, before);
      // Somebody who was not what the sentence speaks of, while another one was before.
      boolean rival =
          other != null && other.subject() && !only.subject() && !sameEntity(only, other);
      boolean bound = isBound(place, only);
      return rival || bound ? null : referent(place, only, "pronoun-only-person", 0.8);
    }
    var other = spokenOf(place, gender, before);
    if (other == null) {
      return null;
    }
    boolean alone = entities(reachable(place, gender, before)).size() == 1;
    if (!other.subject() && !alone) {
      return null;
    }
    boolean told = !genderOf(other.referent().entity()).isEmpty();
    double confidence = (alone ? 0.85 : 0.7) - (told ? 0 : 0.1);
    return referent(place, other, alone ? "pronoun-only-person" : "pronoun-continued", confidence);
  }

  /** The person who is the subject of a clause around a pronoun, the innermost first. */
  private static Antecedent clauseSubject(Place place) {
    // "X praised him": not X.
    boolean object = !place.isPossessive() && !place.isReflexive() && !place.isSubject();
    boolean innermost = true;
    for (var subject : Clauses.subjects(place.sentence(), place.at())) {
      var found = at(place, subject.token());
      if (found != null && !(object && innermost)) {
        return found;
      }
      if (place.isReflexive()) {
        return null;
      }
      innermost = false;
    }
    return null;
  }

  private static Antecedent at(Place place, int token) {
    for (var one : place.here()) {
      var referent = one.referent();
      if (referent.first() <= token && token < referent.last()) {
        return one;
      }
    }
    return null;
  }

  /** Whether a pronoun is the object of a verb whose subject is the antecedent. */
  private static boolean isBound(Place place, Antecedent only) {
    if (place.isPossessive() || place.isReflexive() || place.isSubject()) {
      return false;
    }
    var subjects = Clauses.subjects(place.sentence(), place.at());
    return !subjects.isEmpty() && only.equals(at(place, subjects.get(0).token()));
  }

  /** "X and Y said he": either. */
  private static boolean isListed(Antecedent subject) {
    var referent = subject.referent();
    var tokens = referent.sentence().tokens();
    int head = Governor.headOf(tokens, referent.first(), referent.last());
    return referent.sentence().dependents(head).stream()
        .anyMatch(
            i -> tokens.get(i).relation().equals("conj") && tokens.get(i).pos().startsWith("NNP"));
  }

  /** Whom the nearest sentence before that speaks of a person speaks of, or null. */
  private Antecedent spokenOf(Place place, String gender, Deque<Read> before) {
    for (var read : before) {
      var fitting = fitting(place, gender, read);
      var persons = entities(fitting);
      if (persons.isEmpty()) {
        continue;
      }
      if (persons.size() == 1) {
        return fitting.stream().filter(Antecedent::subject).findFirst().orElse(fitting.get(0));
      }
      var subjects = fitting.stream().filter(Antecedent::subject).toList();
      return entities(subjects).size() == 1 && !isListed(subjects.get(0)) ? subjects.get(0) : null;
    }
    return null;
  }

  private List<Antecedent> reachable(Place place, String gender, Deque<Read> before) {
    var all = new ArrayList<Antecedent>();
    for (var read : before) {
      all.addAll(fitting(place, gender, read));
    }
    return all;
  }

  private List<Antecedent> fitting(Place place, String gender, Read read) {
    return read.antecedents().stream()
        .filter(one -> (one.quote() < 0) == (place.quote() < 0) && fits(one, gender))
        .toList();
  }

  private boolean fits(Antecedent one, String gender) {
    var referent = one.referent();
    if (!referent.isPerson()) {
      return false;
    }
    var its = genderOf(referent.entity());
    return its.isEmpty() || its.equals(gender);
  }

  private static boolean acts(Antecedent one) {
    return switch (one.referent().entity().type()) {
      case ORGANIZATION, COUNTRY -> one.referent().kind() != Mention.Kind.DEMONYM;
      case PERSON, LOCATION, GROUP -> false;
    };
  }

  private static Map<String, Entity> entities(List<Antecedent> antecedents) {
    var entities = new LinkedHashMap<String, Entity>();
    antecedents.forEach(
        one -> entities.putIfAbsent(one.referent().entity().id(), one.referent().entity()));
    return entities;
  }

  private static boolean sameEntity(Antecedent one, Antecedent other) {
    return one.referent().entity().id().equals(other.referent().entity().id());
  }

  private String genderOf(Entity entity) {
    return known.computeIfAbsent(entity.id(), id -> genders.of(entity.name()));
  }

  private Referent thing(Place place, Deque<Read> before) {
    if (isExpletive(place)) {
      return null;
    }
    boolean object = !place.isPossessive() && !place.isReflexive() && !place.isSubject();
    var subjects = Clauses.subjects(place.sentence(), place.at());
    // "X said the plan would show its strength" is the plan's: only the innermost subject counts.
    int index = object ? 1 : 0;
    if (subjects.size() > index) {
      var subject = subjects.get(index);
      var found = at(place, subject.token());
      boolean safe = place.isPossessive() || place.isReflexive() || subject.complement();
      return found != null && safe && !isListed(found)
          ? referent(place, found, "pronoun-it", 0.75)
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
            .filter(one -> one.quote() == place.quote() && acts(one) && one.subject())
            .toList();
    return entities(actors).size() == 1
        ? referent(place, actors.get(0), "pronoun-it-acts", 0.75)
        : null;
  }

  private static boolean isExpletive(Place place) {
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

  private static boolean isSubject(Referent referent) {
    var tokens = referent.sentence().tokens();
    int head = Governor.headOf(tokens, referent.first(), referent.last());
    if (referent.sentence().parsed()) {
      // "X's office said": the sentence speaks of X.
      int owned = tokens.get(head).relation().equals("nmod:poss") ? tokens.get(head).head() : head;
      return Clauses.isSubject(referent.sentence(), owned);
    }
    // Without a tree: whatever stands just before a finite verb.
    int next = referent.last();
    return next < tokens.size() && tokens.get(next).pos().matches("VB[DPZ]|MD");
  }

  private int quoteOf(int offset) {
    for (int i = 0; i < text.quoteSpans().size(); i++) {
      QuoteSpan span = text.quoteSpans().get(i);
      if (span.begin() <= offset && offset < span.end()) {
        return i;
      }
    }
    return NO_QUOTE;
  }

  private static Referent referent(
      Place place, Antecedent antecedent, String rule, double confidence) {
    return new Referent(
        place.sentence(),
        place.at(),
        place.at() + 1,
        Mention.Kind.PRONOUN,
        antecedent.referent().entity(),
        rule,
        confidence);
  }
}
