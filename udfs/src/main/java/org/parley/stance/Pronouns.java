package org.parley.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.quote.Quotation;

/**
 * Gives "he" and "she" the person they most likely stand for, where the resolution leaves them
 * open: the subject of the clause around, or of the sentences before. Never the speaker of the
 * quotation they stand in, and never somebody whose title is of the other gender.
 */
final class Pronouns {
  private static final Set<String> MALE = Set.of("he", "him", "his", "himself");
  private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> THEY = Set.of("they", "them", "their");
  private static final Set<String> MISTER = Set.of("mr.", "mr", "sir", "king", "prince");
  private static final Set<String> MISS =
      Set.of("mrs.", "mrs", "ms.", "ms", "miss", "queen", "princess");

  /** How far back a subject is remembered, in sentences. */
  private static final int MEMORY = 2;

  private final Reading reading;
  private final Map<String, Boolean> male = new HashMap<>();
  private final List<Person> persons = new ArrayList<>();
  private final Map<Integer, Map<Integer, Mention>> found = new HashMap<>();
  private final Map<Integer, Map<Integer, List<Mention>>> several = new HashMap<>();

  /** A person named (or resolved) at a token. */
  private record Person(String id, int sentence, int token, boolean subject, Quotation quotation) {}

  Pronouns(Reading reading) {
    this.reading = reading;
    int last = reading.text().sentences().size();
    for (int s = 0; s < last; s++) {
      if (reading.text().sentences().get(s).parsed()) {
        titles(reading.tree(s));
      }
    }
    for (int s = 0; s < last; s++) {
      if (reading.text().sentences().get(s).parsed()) {
        sentence(reading.tree(s), s);
      }
    }
  }

  /** The mention for a pronoun, or null. */
  Mention mention(int sentence, int token) {
    return found.getOrDefault(sentence, Map.of()).get(token);
  }

  /** The mentions for "they", where it takes up several who are named side by side; else none. */
  List<Mention> several(int sentence, int token) {
    return several.getOrDefault(sentence, Map.of()).getOrDefault(token, List.of());
  }

  private void titles(Tree tree) {
    for (int i = 1; i < tree.size(); i++) {
      var mention = reading.named(tree, i);
      if (mention != null) {
        boolean first = tree.token(i).begin() == mention.begin();
        String title = tree.word(first ? i - 1 : i);
        if (MISTER.contains(title)) {
          male.putIfAbsent(mention.entityId(), true);
        } else if (MISS.contains(title)) {
          male.putIfAbsent(mention.entityId(), false);
        }
      }
    }
  }

  private void sentence(Tree tree, int s) {
    for (int i = 0; i < tree.size(); i++) {
      var mention = reading.named(tree, i);
      String word = tree.word(i);
      if (mention != null) {
        if (isPerson(mention) && reading.isHead(tree, i)) {
          persons.add(person(mention.entityId(), tree, s, i));
        }
      } else if (THEY.contains(word)) {
        they(tree, s, i);
      } else if (MALE.contains(word) || FEMALE.contains(word)) {
        var person = ahead(tree, s, i, MALE.contains(word));
        if (person == null) {
          person = antecedent(tree, s, i, MALE.contains(word));
        }
        if (person != null) {
          var token = tree.token(i);
          found
              .computeIfAbsent(s, key -> new HashMap<>())
              .put(
                  i,
                  new Mention(
                      s,
                      token.begin(),
                      token.end(),
                      token.word(),
                      Mention.Kind.PRONOUN,
                      person.id(),
                      "subject before",
                      person.sentence() == s ? 0.85 : 0.75));
          persons.add(person(person.id(), tree, s, i));
        }
      }
    }
  }

  /**
   * "They" is a country, organisation or group if it is the only one in this sentence and the last.
   */
  private void they(Tree tree, int s, int pronoun) {
    var listed =
        tree.relation(pronoun).startsWith("nsubj") ? listed(tree, s, pronoun) : List.<Mention>of();
    if (listed.size() > 1 || listed.stream().anyMatch(this::isGroup)) {
      several.computeIfAbsent(s, key -> new HashMap<>()).put(pronoun, listed);
      return;
    }
    var actors = new TreeSet<String>();
    for (int k = Math.max(0, s - 1); k <= s; k++) {
      var other = reading.text().sentences().get(k).parsed() ? reading.tree(k) : null;
      for (int i = 0; other != null && i < (k == s ? pronoun : other.size()); i++) {
        var mention = reading.named(other, i);
        var entity = mention == null ? null : reading.entity(mention.entityId());
        if (entity != null
            && entity.type() != EntityType.LOCATION
            && (entity.type() != EntityType.PERSON || k == s)) {
          actors.add(entity.id());
        }
      }
    }
    // "They" of one person are mostly others, whom nobody names.
    if (actors.size() == 1 && reading.entity(actors.first()).type() != EntityType.PERSON) {
      var token = tree.token(pronoun);
      found
          .computeIfAbsent(s, key -> new HashMap<>())
          .put(
              pronoun,
              new Mention(
                  s,
                  token.begin(),
                  token.end(),
                  token.word(),
                  Mention.Kind.PRONOUN,
                  actors.first(),
                  "only actor before",
                  0.65));
    }
  }

  /** "X and Y ... they": those who are the subject of the clause before, in the same quotation. */
  private List<Mention> listed(Tree tree, int s, int pronoun) {
    var other = tree;
    int subject = subjectBefore(tree, pronoun);
    if (subject < 0 && s > 0 && reading.text().sentences().get(s - 1).parsed()) {
      other = reading.tree(s - 1);
      subject = mainSubject(other);
    }
    if (subject < 0 || !Objects.equals(direct(other, subject), direct(tree, pronoun))) {
      return List.of();
    }
    var listed = new ArrayList<Mention>();
    for (int part : other.conjuncts(subject)) {
      var mention = reading.named(other, part);
      if (mention == null || !reading.acts(mention.entityId())) {
        return List.of();
      }
      listed.add(mention);
    }
    return listed;
  }

  private boolean isGroup(Mention mention) {
    return reading.entity(mention.entityId()).type() == EntityType.GROUP;
  }

  private static int subjectBefore(Tree tree, int token) {
    int subject = token - 1;
    while (subject >= 0 && !tree.relation(subject).startsWith("nsubj")) {
      subject--;
    }
    return subject;
  }

  private static int mainSubject(Tree tree) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.relation(i).startsWith("nsubj") && tree.relation(tree.head(i)).equals("root")) {
        return i;
      }
    }
    return -1;
  }

  private Quotation direct(Tree tree, int token) {
    var quotation = reading.quotation(tree, token);
    return quotation == null || quotation.kind() == Quotation.Kind.INDIRECT ? null : quotation;
  }

  private Person person(String id, Tree tree, int s, int token) {
    boolean subject = tree.relation(token).startsWith("nsubj");
    return new Person(id, s, token, subject, reading.quotation(tree, token));
  }

  /** "While she disagrees, X said ...": the subject of the clause that follows. */
  private Person ahead(Tree tree, int s, int pronoun, boolean he) {
    int verb = tree.head(pronoun);
    boolean opens =
        verb >= 0
            && tree.relation(verb).equals("advcl")
            && tree.head(verb) > verb
            && !tree.marker(verb).isEmpty()
            && persons.stream().noneMatch(person -> person.sentence() == s);
    if (!opens) {
      return null;
    }
    return tree.children(tree.head(verb), "nsubj", "nsubj:pass").stream()
        .filter(subject -> subject > verb && isPerson(reading.named(tree, subject)))
        .map(subject -> person(reading.named(tree, subject).entityId(), tree, s, subject))
        .filter(person -> male.getOrDefault(person.id(), he) == he)
        .findFirst()
        .orElse(null);
  }

  private boolean isPerson(Mention mention) {
    var entity = mention == null ? null : reading.entity(mention.entityId());
    return entity != null && entity.type() == EntityType.PERSON;
  }

  private Person antecedent(Tree tree, int s, int pronoun, boolean he) {
    var quotation = direct(tree, pronoun);
    String speaker = quotation == null ? null : quotation.speakerId();
    // Inside a direct quotation only what the speaker mentioned, or the talk before, is meant.
    return persons.stream()
        .filter(person -> s - person.sentence() <= MEMORY)
        .filter(person -> !person.id().equals(speaker))
        .filter(person -> male.getOrDefault(person.id(), he) == he)
        .filter(person -> person.sentence() < s || !coargument(tree, person.token(), pronoun))
        .max(
            Comparator.<Person>comparingInt(person -> -(s - person.sentence()))
                .thenComparingInt(person -> commands(tree, s, person, pronoun) ? 1 : 0)
                .thenComparingInt(person -> person.subject() ? 1 : 0)
                .thenComparingInt(person -> person.subject() ? -person.token() : person.token()))
        .orElse(null);
  }

  /** Whether a person is the subject of the clause that the pronoun's clause hangs on. */
  private static boolean commands(Tree tree, int s, Person person, int pronoun) {
    if (person.sentence() != s || !person.subject()) {
      return false;
    }
    int verb = tree.head(person.token());
    return verb >= 0 && tree.dominates(verb, pronoun);
  }

  /** "Trump criticized him": subject and object of one verb are two. */
  private static boolean coargument(Tree tree, int other, int pronoun) {
    boolean possessive = tree.relation(pronoun).equals("nmod:poss");
    boolean reflexive = tree.word(pronoun).endsWith("self");
    return !possessive
        && !reflexive
        && tree.head(other) == tree.head(pronoun)
        && tree.head(other) >= 0;
  }
}
