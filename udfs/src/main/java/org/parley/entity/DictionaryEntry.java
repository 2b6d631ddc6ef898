package org.parley.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a form most often stands for in a large dictionary of names, such as the links of Wikipedia.
 *
 * @param form the form as it is written
 * @param title the title of its page, with spaces; namesakes carry a description, "Mercury
 *     (planet)" or "Paris, Texas"
 * @param probability how much of the links with this form lead there
 * @param forms how many forms lead there: a page of one form is hardly known
 */
public record DictionaryEntry(String form, String title, double probability, int forms) {
  /** How many forms must lead to a page that a name may be linked with. */
  public static final int LEAST_FORMS = 2;

  private static final int MAX_LENGTH = 60;
  private static final double LEAST = 0.7;

  /**
   * A line of CoreNLP's WikiDict (Spitkovsky and Chang 2012): form, title and probability with tabs
   * between them; empty where it is no written name but an address, a sentence or another script's,
   * or leads elsewhere too often. The number of forms is left 0.
   */
  public static Optional<DictionaryEntry> ofLine(String line) {
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    if (!isName(line)) {
      return Optional.empty();
    }
    double probability = Double.parseDouble(line.substring(second + 1));
    var title = line.substring(first + 1, second).replace('_', ' ').strip();
    return probability < LEAST || title.endsWith("(disambiguation)") || title.startsWith("List of ")
        ? Optional.empty()
        : Optional.of(new DictionaryEntry(line.substring(0, first), title, probability, 0));
  }

  /** Whether the form of a line is a written name. */
  public static boolean isName(String line) {
    int end = line.indexOf('\t');
    if (end < 2 || end > MAX_LENGTH || line.indexOf('\t', end + 1) < 0) {
      return false;
    }
    char head = line.charAt(0);
    if (!Character.isUpperCase(head) && !Character.isDigit(head)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      boolean written = Character.isLetterOrDigit(c) || " .,'\u2019&-/!".indexOf(c) >= 0;
      if (!written || (Character.isLetter(c) && c > '\u024f')) {
        return false;
      }
    }
    return !line.substring(0, end).toLowerCase(Locale.ROOT).contains("wikipedia");
  }

  /** The title without the description that tells it from its namesakes. */
  public String plainTitle() {
    return title.replaceFirst("\\s*(\\([^)]*\\)|,.*)$", "");
  }

  /** What tells the title from its namesakes, or empty. */
  public String description() {
    return title.substring(plainTitle().length()).replaceAll("[(),]", "").strip();
  }
}
