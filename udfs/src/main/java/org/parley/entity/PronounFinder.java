package org.parley.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.text.Section;

/**
 * Pronouns where only one antecedent can well be meant: {@link PersonPronouns} and {@link
 * ThingPronouns} say which. What stands in a quotation refers into quotations alone, and nothing
 * outside refers into one.
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

  /** How many sentences an antecedent may lie back. */
  private static final int REACH = 3;

  private static final int NO_QUOTE = -1;

  private final AnnotatedText text;
  private final PersonPronouns persons;
  private final ThingPronouns things;

  PronounFinder(AnnotatedText text, PersonPronouns persons, ThingPronouns things) {
    this.text = text;
    this.persons = persons;
    this.things = things;
  }

  /**
   * Finds the pronouns that can be resolved.
   *
   * @param referents names, roles and groups by sentence index, each list in order
   */
  List<Referent> find(Map<Integer, List<Referent>> referents) {
    referents.values().forEach(list -> list.forEach(persons::noteTitle));
    var found = new ArrayList<Referent>();
    Deque<PronounPlace.Read> before = new ArrayDeque<>();
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
      before.addFirst(new PronounPlace.Read(sentence, here));
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

  private Antecedent antecedent(Referent referent) {
    return new Antecedent(referent, isSubject(referent), quoteOf(referent.begin()));
  }

  private Referent resolve(
      Sentence sentence, int at, List<Antecedent> all, Deque<PronounPlace.Read> before) {
    var token = sentence.tokens().get(at);
    if (!token.pos().startsWith("PRP")) {
      return null;
    }
    var word = token.word().toLowerCase(Locale.ROOT);
    var gender = PERSONAL.get(word);
    if (gender == null && !THING.contains(word)) {
      return null;
    }
    int quote = quoteOf(token.begin());
    var here =
        all.stream()
            .filter(one -> one.referent().last() <= at && one.quote() == quote)
            .filter(one -> gender == null ? ThingPronouns.fits(one) : persons.fits(one, gender))
            .toList();
    var place = new PronounPlace(sentence, at, word, quote, here, null);
    return gender == null ? things.resolve(place, before) : persons.resolve(place, gender, before);
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
}
