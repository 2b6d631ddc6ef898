package org.parley.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the models, which have learned from sentences, need to be told of headlines. */
final class Headline {
  /** So many of the words that may be small have a capital in title case. */
  private static final double TITLE_CASE = 0.6;

  private static final int SHORT = 3;

  private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}\\p{Ll}+");

  private static final Set<String> BEGINS_PHRASE =
      Set.of("NNP", "NNPS", "DT", "PRP", "PRP$", "JJ", "NN", "NNS", "CD", "TO");

  private static final Set<String> PARTICLES = Set.of("out", "up", "down", "back", "off");

  private static final Set<String> NEXT_CLAUSE =
      Set.of("as", "after", "while", "but", "and", "amid", "before", ",", ";", ":", "-");

  private Headline() {}

  /**
   * The words to tag, each of the length of the one that it stands for: of a headline in title case
   * ("Minister Rejects Plan to Close Port") as they would stand in a sentence, since the models
   * take a capital for a name. A word keeps its capital where the rest of the text writes it with
   * one inside a sentence, and where it is in doubt.
   *
   * @param words of a sentence of the headline
   * @param text the whole text
   * @param from where the text behind the headline begins
   * @param tagger knows which words are no names
   */
  static List<String> words(List<String> words, String text, int from, TaggerModel tagger) {
    long content = words.stream().filter(Headline::isContent).count();
    long capitals =
        words.stream()
            .filter(Headline::isContent)
            .filter(word -> Character.isUpperCase(word.charAt(0)))
            .count();
    if (content <= SHORT || capitals < content * TITLE_CASE) {
      return words;
    }
    String rest = text.substring(from);
    return words.stream().map(word -> isName(word, rest, tagger) ? word : lower(word)).toList();
  }

  /**
   * The tags of a headline's words: a plural behind the name that begins it, which may be a verb
   * and has a phrase behind it, is the verb of the clause ("Ruritania sanctions two officials").
   *
   * @param tags what the tagger says, one a word
   */
  static List<String> tags(List<String> words, List<String> tags, TaggerModel tagger) {
    int verb = 0;
    while (verb < tags.size() && tags.get(verb).startsWith("NNP")) {
      verb++;
    }
    boolean plural = verb > 0 && verb + 1 < tags.size() && tags.get(verb).equals("NNS");
    if (!plural
        || !mayBeVerb(lower(words.get(verb)), tagger)
        || !isFollowed(words, tags, verb + 1)) {
      return tags;
    }
    var mended = new ArrayList<>(tags);
    mended.set(verb, "VBZ");
    return List.copyOf(mended);
  }

  /** Whether a word in "s" or "es" may be a verb of the third person. */
  private static boolean mayBeVerb(String word, TaggerModel tagger) {
    return tagger.mayBe(word, "VBZ")
        || (word.endsWith("s") && tagger.mayBe(word.substring(0, word.length() - 1), "VB"))
        || (word.endsWith("es") && tagger.mayBe(word.substring(0, word.length() - 2), "VB"));
  }

  /** Whether a phrase begins at a word, and no verb stands in what is left of its clause. */
  private static boolean isFollowed(List<String> words, List<String> tags, int next) {
    boolean particle = PARTICLES.contains(lower(words.get(next)));
    if (!BEGINS_PHRASE.contains(tags.get(next)) && !particle) {
      return false;
    }
    for (int i = next; i < words.size() && !NEXT_CLAUSE.contains(lower(words.get(i))); i++) {
      if (tags.get(i).matches("VB[DPZ]|MD")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContent(String word) {
    return word.length() > SHORT && Character.isLetter(word.charAt(0));
  }

  private static boolean isName(String word, String text, TaggerModel tagger) {
    if (!CAPITALIZED.matcher(word).matches()) {
      return true;
    }
    String small = lower(word);
    String tag = tagger.mostFrequentTag(small);
    if (tag == null || tag.startsWith("NNP") || inside(text, word)) {
      return true;
    }
    // Of a noun the text must tell: a turkey may be Turkey.
    return tag.equals("NN") && !inside(text, small);
  }

  /** Whether a word stands somewhere behind another word of its sentence. */
  private static boolean inside(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean whole =
          (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
              && at > 1
              && text.charAt(at - 1) == ' ';
      char before = whole ? text.charAt(at - 2) : '.';
      if (whole && (Character.isLowerCase(before) || before == ',')) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
