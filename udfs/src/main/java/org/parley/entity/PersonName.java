package org.parley.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parts of a person's full name. */
final class PersonName {
  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
          "al", "el", "bin", "ibn", "ter", "ten", "zu");
  private static final Set<String> SUFFIXES = Set.of("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");

  private PersonName() {}

  /**
   * What a full name is shortened to: the last word, and where particles stand before it, the words
   * from the first of them ("von der Leyen", "Leyen"); "al-Assad" also without its article. A
   * single word has none.
   */
  static List<String> surnames(String fullName) {
    var words = fullName.split(" ", -1);
    int last = words.length - 1;
    while (last > 0 && SUFFIXES.contains(words[last])) {
      last--;
    }
    if (last > 0 && words[last - 1].endsWith(",")) {
      last--;
    }
    if (last == 0) {
      return List.of();
    }
    int first = last;
    while (first > 1 && isParticle(words[first - 1])) {
      first--;
    }
    var surname = stripComma(words[last]);
    if (first == last) {
      int hyphen = surname.indexOf('-');
      boolean article = hyphen > 0 && isArabicArticle(surname.substring(0, hyphen));
      return article ? List.of(surname, surname.substring(hyphen + 1)) : List.of(surname);
    }
    var full = new StringBuilder();
    for (int i = first; i < last; i++) {
      full.append(words[i]).append(' ');
    }
    return List.of(full + surname, surname);
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** "al" of "al-Assad". */
  static boolean isArabicArticle(String word) {
    return word.equalsIgnoreCase("al") || word.equalsIgnoreCase("el");
  }

  /** "bin Laden", "von der Leyen", "al-Assad": a last name that begins with a particle. */
  static boolean isSurname(String name) {
    int end = name.indexOf(' ');
    int hyphen = name.indexOf('-');
    return (end > 0 && isParticle(name.substring(0, end)))
        || (hyphen > 0 && isArabicArticle(name.substring(0, hyphen)) && end < 0);
  }

  /** A last name at the beginning of a sentence as it stands inside one: "El-Sissi", "el-Sissi". */
  static String inside(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    var first = name.substring(0, end).toLowerCase(Locale.ROOT);
    var lower = first + name.substring(end);
    return end < name.length() && isSurname(lower) ? lower : name;
  }

  static boolean isSuffix(String word) {
    return SUFFIXES.contains(word);
  }

  /** "Donald, Jr.", "Carl's Jr.": not the one without a suffix. */
  static boolean isBeforeSuffix(NameSpan span) {
    var tokens = span.sentence().tokens();
    int next = span.last();
    if (next < tokens.size() && tokens.get(next).word().matches(",|['\u2019]s")) {
      next++;
    }
    return next < tokens.size() && isSuffix(tokens.get(next).word());
  }

  private static String stripComma(String word) {
    return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }
}
