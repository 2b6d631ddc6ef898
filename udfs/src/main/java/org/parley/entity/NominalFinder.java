package org.parley.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.seed.Seeds;
import org.parley.text.Section;

/**
 * "The company", "the court", "the country": a common noun that takes up the one name that fits it
 * in its sentence and the two before. Two that fit leave it open.
 */
final class NominalFinder {
  private static final int REACH = 2;
  private static final Set<String> GOES_ON = Set.of("of", "that", "which", "who", "where", "-");

  private static final Set<String> ALL_OVER = Set.of("across", "around", "throughout");

  private static final Map<String, EntityType> TYPES =
      Map.of(
          "organization", EntityType.ORGANIZATION,
          "country", EntityType.COUNTRY,
          "place", EntityType.LOCATION,
          "person", EntityType.PERSON);

  /** What a noun takes up. */
  private record Noun(EntityType type, Set<String> own, Set<String> never, String gender) {}

  private final Map<String, Noun> nouns = new HashMap<>();
  private final Genders genders;

  NominalFinder(Seeds seeds, Genders genders) {
    this.genders = genders;
    for (var row : seeds.csv("entities/nominals.csv")) {
      if (!TYPES.containsKey(row.get("type"))) {
        throw new IllegalArgumentException(
            "seeds file entities/nominals.csv, record %d: type is none of organization, country, place and person: %s"
                .formatted(row.getRecordNumber(), row.get("type")));
      }
      var noun =
          new Noun(
              TYPES.get(row.get("type")),
              words(row.get("own")),
              words(row.get("never")),
              row.get("gender"));
      words(row.get("words")).forEach(word -> nouns.put(word, noun));
    }
  }

  private static Set<String> words(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(" ", -1));
  }

  /**
   * Finds the nouns that can be resolved.
   *
   * @param referents names and roles by sentence index, each list in order
   * @param home the country that the text is about, or null
   */
  List<Referent> find(AnnotatedText text, Map<Integer, List<Referent>> referents, String home) {
    var found = new ArrayList<Referent>();
    var before = new ArrayList<Sentence>();
    var introduced = new IntroducedNames(text, referents);
    for (var sentence : text.sentences()) {
      if (sentence.section() == Section.BOILERPLATE || sentence.section() == Section.BYLINE) {
        continue;
      }
      var here = referents.getOrDefault(sentence.index(), List.of());
      for (int at = 1; at < sentence.tokens().size(); at++) {
        int i = at;
        var token = sentence.tokens().get(i);
        var noun = nouns.get(token.word().toLowerCase(Locale.ROOT));
        if (noun == null && token.pos().equals("NN")) {
          introduced
              .of(Governor.lemma(token), token.begin())
              .map(entity -> introduced(sentence, i, entity, here))
              .ifPresent(found::add);
        } else if (noun != null && token.pos().matches("NNP?")) {
          var nominal = resolve(sentence, i, noun, here, before, referents);
          if (nominal != null && !isElsewhere(sentence, nominal, home)) {
            found.add(nominal);
          }
        }
      }
      before.add(0, sentence);
      if (before.size() > REACH) {
        before.remove(REACH);
      }
    }
    return found;
  }

  /** "The group", where the text has introduced one group by its name; null if it goes on. */
  private static Referent introduced(
      Sentence sentence, int at, Entity entity, List<Referent> here) {
    int first = determiner(sentence.tokens(), at);
    boolean taken = here.stream().anyMatch(name -> name.first() <= at && name.last() > first);
    return first < 0 || first < at - 1 || taken || goesOn(sentence.tokens(), at + 1)
        ? null
        : new Referent(
            sentence, first, at + 1, Mention.Kind.NOMINAL, entity, "nominal-introduced", 0.8);
  }

  /** "This country", "across the country": the speaker's, which the one named last may not be. */
  private static boolean isElsewhere(Sentence sentence, Referent nominal, String home) {
    if (nominal.entity().type() != EntityType.COUNTRY || nominal.entity().id().equals(home)) {
      return false;
    }
    var tokens = sentence.tokens();
    var before = nominal.first() > 0 ? Governor.lemma(tokens.get(nominal.first() - 1)) : "";
    return ALL_OVER.contains(before) || tokens.get(nominal.first()).word().equalsIgnoreCase("this");
  }

  private Referent resolve(
      Sentence sentence,
      int at,
      Noun noun,
      List<Referent> here,
      List<Sentence> before,
      Map<Integer, List<Referent>> referents) {
    int first = determiner(sentence.tokens(), at);
    if (first < 0 || goesOn(sentence.tokens(), at + 1)) {
      return null;
    }
    for (var name : here) {
      if (name.first() < at + 1 && name.last() > first) {
        return null;
      }
    }
    var fitting = new LinkedHashMap<String, Entity>();
    for (var name : here) {
      if (name.last() <= first && fits(name, noun)) {
        fitting.putIfAbsent(name.entity().id(), name.entity());
      }
    }
    for (var earlier : before) {
      if (sentence.paragraph() - earlier.paragraph() <= REACH) {
        for (var name : referents.getOrDefault(earlier.index(), List.of())) {
          if (fits(name, noun)) {
            fitting.putIfAbsent(name.entity().id(), name.entity());
          }
        }
      }
    }
    if (fitting.size() != 1) {
      return null;
    }
    return new Referent(
        sentence,
        first,
        at + 1,
        Mention.Kind.NOMINAL,
        fitting.values().iterator().next(),
        "nominal",
        noun.own().isEmpty() ? 0.65 : 0.8);
  }

  /** Where "the" or "this" stands before a noun and at most two small adjectives, or -1. */
  private static int determiner(List<Token> tokens, int noun) {
    int at = noun - 1;
    while (at > 0 && noun - at <= 2 && tokens.get(at).pos().startsWith("JJ")) {
      if (Character.isUpperCase(tokens.get(at).word().charAt(0))) {
        return -1;
      }
      at--;
    }
    var word = tokens.get(at).word().toLowerCase(Locale.ROOT);
    return word.equals("the") || word.equals("this") ? at : -1;
  }

  /** "the company spokesman", "the court of appeals", "the city that ...". */
  private static boolean goesOn(List<Token> tokens, int next) {
    return next < tokens.size()
        && (tokens.get(next).pos().startsWith("NN")
            || tokens.get(next).pos().equals("VBG")
            || tokens.get(next).pos().equals("VBN")
            || GOES_ON.contains(tokens.get(next).word()));
  }

  /** "A Ruritania-based company": the text is not about Ruritania. */
  private static boolean isHyphened(Referent name) {
    var tokens = name.sentence().tokens();
    return name.last() < tokens.size()
        && tokens.get(name.last()).word().equals("-")
        && tokens.get(name.last()).begin() == name.end();
  }

  private boolean fits(Referent name, Noun noun) {
    var type = name.entity().type();
    if (type != noun.type() || isHyphened(name)) {
      return false;
    }
    if (type == EntityType.PERSON) {
      var gender = genders.of(name.entity().name());
      return noun.gender().isEmpty() || gender.isEmpty() || gender.equals(noun.gender());
    }
    var words = Set.copyOf(List.of(name.entity().name().split(" ", -1)));
    return (noun.own().isEmpty() || noun.own().stream().anyMatch(words::contains))
        && noun.never().stream().noneMatch(words::contains);
  }
}
