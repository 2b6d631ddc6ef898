package org.parley.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The consonants of a person's name as different transliterations share them: Zelensky, Zelenskyy
 * and Zelenskiy are one, Mohammed and Muhammad too. Two names with one skeleton may be one person;
 * only further evidence makes them so.
 */
public final class Skeleton {
  private static final int LONG = 6;
  private static final String[][] SOUNDS = {
    {"sch", "s"}, {"shch", "s"}, {"kh", "h"}, {"zh", "z"}, {"ch", "s"}, {"sh", "s"}, {"ph", "f"},
    {"gh", "g"}, {"th", "t"}, {"ck", "k"}, {"dj", "j"}, {"ts", "z"}, {"tz", "z"}, {"cz", "s"},
    {"q", "k"}, {"c", "k"}, {"w", "v"}, {"x", "ks"}
  };

  private Skeleton() {}

  /**
   * The skeleton of a full name: of its first and last words, without initials, particles and
   * suffixes between and after them.
   *
   * @return two words, or an empty string where the name has not as many
   */
  public static String of(String name) {
    var words = words(name);
    return words.size() < 2 ? "" : word(words.get(0)) + " " + word(words.get(words.size() - 1));
  }

  /** Whether middle names, initials and suffixes leave it open that two names are one person's. */
  static boolean mayBeOne(String name, String other) {
    if (isSuffixed(name) != isSuffixed(other)) {
      return false;
    }
    if (!isNear(name, other)) {
      return false;
    }
    var middle = middle(name);
    var others = middle(other);
    if (middle.isEmpty() || others.isEmpty()) {
      return true;
    }
    return middle.charAt(0) == others.charAt(0);
  }

  /** One sound apart, or the same sounds in another order: "Fiorina", "Fiornia". */
  private static boolean isNear(String name, String other) {
    var one = words(name);
    var two = words(other);
    return one.size() > 1
        && two.size() > 1
        && isNearWord(sounds(one.get(0)), sounds(two.get(0)))
        && isNearWord(sounds(one.get(one.size() - 1)), sounds(two.get(two.size() - 1)));
  }

  private static boolean isNearWord(String one, String two) {
    int same = 0;
    int least = Math.min(one.length(), two.length());
    while (same < least && one.charAt(same) == two.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < least - same
        && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
      end++;
    }
    boolean apart = Math.max(one.length(), two.length()) - same - end > 1;
    return !apart || Arrays.equals(one.chars().sorted().toArray(), two.chars().sorted().toArray());
  }

  /** "Junior" is another one than his father. */
  private static boolean isSuffixed(String name) {
    return PersonName.isSuffix(name.substring(name.lastIndexOf(' ') + 1));
  }

  private static String middle(String name) {
    var parts = Slug.of(name).split("_", -1);
    return parts.length < 3 ? "" : parts[1];
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    for (var part : name.split("[ -]", -1)) {
      boolean small = PersonName.isParticle(part.toLowerCase(Locale.ROOT));
      var letters = Slug.of(part);
      if (letters.length() > 1 && !small && !PersonName.isSuffix(part)) {
        words.add(letters);
      }
    }
    return words;
  }

  private static String word(String letters) {
    var sounds = sounds(letters);
    return letters.length() < LONG
        ? sounds
        : sounds.charAt(0) + sounds.substring(1).replaceAll("[aeiu]", "");
  }

  private static String sounds(String letters) {
    var sounds = letters;
    for (var sound : SOUNDS) {
      sounds = sounds.replace(sound[0], sound[1]);
    }
    return sounds.replaceAll("[yij]+", "i").replaceAll("[ou]+", "u").replaceAll("(.)\\1+", "$1");
  }
}
