package org.parley.entity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Token;

/**
 * What a text tells of its persons by which namesakes can be told apart: "the Ruritanian painter
 * Jane Roe, 34,". Only what stands beside the name counts.
 */
public final class PersonTraits {
  private static final int REACH = 4;
  private static final int OLDEST = 110;

  private final Gazetteer gazetteer;
  private final NameCues cues;

  public PersonTraits(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.cues = new NameCues(gazetteer.seeds());
  }

  /**
   * The traits of the persons of a text, by entity id; a person of whom it tells two things that
   * contradict each other has none.
   *
   * @param day its day, without which ages tell nothing, or null
   */
  public Map<String, Namesakes.Trait> of(AnnotatedText text, Resolution resolution, LocalDate day) {
    var traits = new HashMap<String, Namesakes.Trait>();
    for (var mention : resolution.mentions()) {
      boolean person =
          mention.kind() == Mention.Kind.NAME
              && resolution.entities().get(mention.entityId()).type() == EntityType.PERSON;
      if (person) {
        var tokens = text.sentences().get(mention.sentence()).tokens();
        int first = first(tokens, mention);
        var trait =
            new Namesakes.Trait(
                country(tokens, first),
                day == null ? null : born(tokens, after(tokens, mention, first), day),
                calling(tokens, first));
        if (!trait.isEmpty()) {
          traits.merge(mention.entityId(), trait, PersonTraits::joined);
        }
      }
    }
    traits.values().removeIf(Namesakes.Trait::isEmpty);
    return traits;
  }

  private static Namesakes.Trait joined(Namesakes.Trait one, Namesakes.Trait other) {
    if (one.contradicts(other)) {
      return new Namesakes.Trait(null, null, null);
    }
    return new Namesakes.Trait(
        one.country() == null ? other.country() : one.country(),
        one.born() == null ? other.born() : one.born(),
        one.calling() == null ? other.calling() : one.calling());
  }

  /** "Ruritanian painter NAME". */
  private String country(List<Token> tokens, int first) {
    int at = first - 1;
    for (int steps = 0; at >= 0 && steps < REACH; steps++, at--) {
      var token = tokens.get(at);
      var country = gazetteer.countryOfAdjective(token.word());
      if (country != null) {
        return steps == 0 || isPart(tokens, at) ? null : country;
      }
      if (!token.pos().startsWith("NN") || cues.isSent(Governor.lemma(token))) {
        return null;
      }
    }
    return null;
  }

  /** Whether an adjective belongs to a longer one: "North American", "French-Algerian". */
  private static boolean isPart(List<Token> tokens, int at) {
    boolean joined = tokens.get(at + 1).word().equals("-");
    if (at == 0) {
      return joined;
    }
    var before = tokens.get(at - 1);
    return joined
        || before.word().equals("-")
        || (at > 1 && Character.isUpperCase(before.word().charAt(0)));
  }

  /** "quarterback NAME". */
  private String calling(List<Token> tokens, int first) {
    if (first == 0 || !tokens.get(first - 1).pos().startsWith("NN")) {
      return null;
    }
    return cues.calling(Governor.lemma(tokens.get(first - 1)));
  }

  /** "NAME, 34,". */
  private static Integer born(List<Token> tokens, int after, LocalDate day) {
    boolean apposed =
        after + 2 < tokens.size()
            && tokens.get(after).word().equals(",")
            && tokens.get(after + 1).word().matches("\\d{1,3}")
            && tokens.get(after + 2).word().matches("[,.]");
    int age = apposed ? Integer.parseInt(tokens.get(after + 1).word()) : 0;
    return age > 0 && age <= OLDEST ? Integer.valueOf(day.getYear() - age) : null;
  }

  private static int first(List<Token> tokens, Mention mention) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).end() <= mention.begin()) {
      at++;
    }
    return at;
  }

  private static int after(List<Token> tokens, Mention mention, int first) {
    int at = first;
    while (at < tokens.size() && tokens.get(at).end() <= mention.end()) {
      at++;
    }
    return at;
  }
}
