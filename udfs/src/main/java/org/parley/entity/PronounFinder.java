package org.parley.entity;

import java.util.ArrayList;
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
 * Pronouns outside quotation marks, where only one antecedent can be meant: one person of fitting
 * gender in this sentence and the one before, or of several the only one that is a subject; "it"
 * takes up an organisation or country that is the subject of its own sentence.
 */
final class PronounFinder {
  private static final Map<String, String> PERSONAL =
      Map.of("he", "m", "him", "m", "his", "m", "she", "f", "her", "f", "hers", "f");
  private static final Set<String> THING = Set.of("it", "its");
  private static final Set<String> EXPLETIVE_VERBS =
      Set.of("be", "seem", "appear", "take", "remain", "become", "happen", "make", "turn", "rain");

  private final AnnotatedText text;
  private final Genders genders;
  private final Map<String, String> known = new HashMap<>();

  PronounFinder(AnnotatedText text, Genders genders) {
    this.text = text;
    this.genders = genders;
  }

  /**
   * Finds the pronouns that can be resolved.
   *
   * @param referents names, roles and groups by sentence index, each list in order
   */
  List<Referent> find(Map<Integer, List<Referent>> referents) {
    var found = new ArrayList<Referent>();
    Sentence before = null;
    List<Referent> earlier = List.of();
    for (var sentence : text.sentences()) {
      if (sentence.section() == Section.BOILERPLATE || sentence.section() == Section.BYLINE) {
        continue;
      }
      boolean near = before != null && sentence.paragraph() - before.paragraph() <= 1;
      var here = new ArrayList<>(referents.getOrDefault(sentence.index(), List.of()));
      for (int i = 0; i < sentence.tokens().size(); i++) {
        var pronoun = resolve(sentence, i, here, near ? earlier : List.of());
        if (pronoun != null) {
          found.add(pronoun);
          // Whom a pronoun takes up stays in play for the next one.
          here.add(pronoun);
        }
      }
      before = sentence;
      earlier = here;
    }
    return found;
  }

  private Referent resolve(Sentence sentence, int at, List<Referent> here, List<Referent> earlier) {
    var token = sentence.tokens().get(at);
    if (!token.pos().startsWith("PRP")) {
      return null;
    }
    var word = token.word().toLowerCase(Locale.ROOT);
    boolean person = PERSONAL.containsKey(word);
    if ((!person && !THING.contains(word)) || isQuoted(token.begin())) {
      return null;
    }
    return person
        ? person(sentence, at, PERSONAL.get(word), here, earlier)
        : thing(sentence, at, here);
  }

  private Referent person(
      Sentence sentence, int at, String gender, List<Referent> here, List<Referent> earlier) {
    var candidates = new LinkedHashMap<String, Entity>();
    var subjects = new LinkedHashMap<String, Entity>();
    for (var referent : here) {
      if (referent.last() <= at) {
        collect(referent, gender, candidates, subjects);
      }
    }
    for (var referent : earlier) {
      collect(referent, gender, candidates, subjects);
    }
    // Somebody of the sentence before, who was not what it spoke of, is no safe antecedent.
    boolean near =
        !subjects.isEmpty()
            || here.stream()
                .anyMatch(r -> r.last() <= at && candidates.containsKey(r.entity().id()));
    if (candidates.size() == 1 && near) {
      var entity = candidates.values().iterator().next();
      boolean told = !genderOf(entity).isEmpty();
      known.putIfAbsent(entity.id(), gender);
      return referent(sentence, at, entity, "pronoun-only-person", told ? 0.85 : 0.7);
    }
    if (subjects.size() == 1) {
      var entity = subjects.values().iterator().next();
      return referent(sentence, at, entity, "pronoun-subject", 0.65);
    }
    return null;
  }

  private void collect(
      Referent referent,
      String gender,
      Map<String, Entity> candidates,
      Map<String, Entity> subjects) {
    var entity = referent.entity();
    var its = referent.isPerson() ? genderOf(entity) : "";
    if (!referent.isPerson() || !(its.isEmpty() || its.equals(gender))) {
      return;
    }
    candidates.putIfAbsent(entity.id(), entity);
    if (isSubject(referent)) {
      subjects.putIfAbsent(entity.id(), entity);
    }
  }

  private String genderOf(Entity entity) {
    return known.computeIfAbsent(entity.id(), id -> genders.of(entity.name()));
  }

  private Referent thing(Sentence sentence, int at, List<Referent> here) {
    if (isExpletive(sentence, at)) {
      return null;
    }
    var subjects = new LinkedHashMap<String, Entity>();
    for (var referent : here) {
      boolean acts =
          switch (referent.entity().type()) {
            case ORGANIZATION, COUNTRY -> referent.kind() != Mention.Kind.DEMONYM;
            case PERSON, LOCATION, GROUP -> false;
          };
      if (acts && referent.last() <= at && isSubject(referent)) {
        subjects.putIfAbsent(referent.entity().id(), referent.entity());
      }
    }
    return subjects.size() == 1
        ? referent(sentence, at, subjects.values().iterator().next(), "pronoun-it", 0.6)
        : null;
  }

  private static boolean isExpletive(Sentence sentence, int at) {
    var token = sentence.tokens().get(at);
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
    return tokens.get(head).relation().startsWith("nsubj");
  }

  private boolean isQuoted(int offset) {
    for (QuoteSpan span : text.quoteSpans()) {
      if (span.begin() <= offset && offset < span.end()) {
        return true;
      }
    }
    return false;
  }

  private static Referent referent(
      Sentence sentence, int at, Entity entity, String rule, double confidence) {
    return new Referent(sentence, at, at + 1, Mention.Kind.PRONOUN, entity, rule, confidence);
  }
}
