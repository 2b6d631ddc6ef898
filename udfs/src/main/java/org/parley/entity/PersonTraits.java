package org.parley.entity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Token;

/**
 * What a text tells of its persons by which namesakes can be told apart: "the Ruritanian painter
 * Jane Roe, 34,", "Jane Roe, a 34-year-old Ruritanian painter". Only what stands beside the name
 * counts.
 */
public final class PersonTraits {
  private static final int REACH = 4;
  private static final int OLDEST = 110;
  private static final Pattern AGE_BEFORE = Pattern.compile("\\b(\\d{1,3})-year-old $");
  private static final Pattern AGE_AFTER =
      Pattern.compile("^, (?:(\\d{1,3})[,.]|an? (\\d{1,3})-year-old\\b)");
  private static final Pattern APPOSITION = Pattern.compile("^, an? ([^,.;:]+)[,.;:]");
  private static final int AROUND = 80;

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
        var all = text.text();
        int begin = mention.begin();
        int end = mention.end();
        var before = all.substring(Math.max(0, begin - AROUND), begin);
        var after = all.substring(end, Math.min(all.length(), end + AROUND));
        var born = day == null ? null : born(before, after, day);
        for (var trait :
            List.of(
                new Namesakes.Trait(country(tokens, first), born, calling(tokens, first)),
                apposed(after))) {
          if (!trait.isEmpty()) {
            traits.merge(mention.entityId(), trait, PersonTraits::joined);
          }
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

  /** "34-year-old NAME", "NAME, 34,", "NAME, a 34-year-old". */
  private static Integer born(String before, String after, LocalDate day) {
    for (var found : List.of(AGE_BEFORE.matcher(before), AGE_AFTER.matcher(after))) {
      if (found.find()) {
        boolean second = found.group(1) == null;
        int age = Integer.parseInt(second ? found.group(2) : found.group(1));
        return age > 0 && age <= OLDEST ? Integer.valueOf(day.getYear() - age) : null;
      }
    }
    return null;
  }

  /** "NAME, a retired Ruritanian painter,". */
  private Namesakes.Trait apposed(String after) {
    var found = APPOSITION.matcher(after);
    String country = null;
    String calling = null;
    if (found.find()) {
      var words = found.group(1).split("\\s+", -1);
      for (int i = 0; i < words.length && calling == null; i++) {
        if (words[i].matches("of|in|for|at|from|with|who|whose|to|and|on|by")) {
          break;
        }
        boolean last = i + 1 == words.length;
        country = country != null || last ? country : gazetteer.countryOfAdjective(words[i]);
        country = cues.isSent(words[i]) ? null : country;
        calling = cues.calling(words[i]);
      }
    }
    return new Namesakes.Trait(country, null, calling);
  }

  private static int first(List<Token> tokens, Mention mention) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).end() <= mention.begin()) {
      at++;
    }
    return at;
  }
}
