package org.parley.text;

import java.util.List;
import java.util.Locale;

/** Which paragraphs are the headline of their article. */
final class Headlines {
  private Headlines() {}

  /** The first lines repeat the headline, or are one where none is known. */
  static void mark(String title, List<Draft> drafts) {
    if (title != null) {
      for (int i = 0; i < Math.min(6, drafts.size()); i++) {
        if (same(title, drafts.get(i).text)) {
          drafts.get(i).section = Section.HEADLINE;
        }
      }
      return;
    }
    for (int i = 0; i < drafts.size() - 1; i++) {
      var draft = drafts.get(i);
      if (draft.undecided()) {
        boolean headline =
            draft.words >= 2
                && draft.words <= 25
                && !draft.endsSentence()
                && drafts.subList(i + 1, drafts.size()).stream()
                    .anyMatch(d -> d.undecided() && d.words >= draft.words && d.endsSentence());
        if (headline) {
          draft.section = Section.HEADLINE;
        }
        return;
      }
    }
  }

  /** Equal in letters and digits, but for the name of the outlet at the end of either. */
  static boolean same(String title, String paragraph) {
    String a = letters(title);
    String b = letters(paragraph);
    if (a.equals(b)) {
      return !a.isEmpty();
    }
    String shorter = a.length() < b.length() ? title : paragraph;
    String longer = a.length() < b.length() ? paragraph : title;
    return Draft.words(shorter) >= 4
        && letters(longer).startsWith(letters(shorter))
        && longer.length() > shorter.length()
        && longer
            .substring(Math.min(longer.length(), shorter.length()))
            .matches("[\"”’'.]?\\s*(?:[-–—|:»·]\\s.{1,40}|[.\"”’'])");
  }

  private static String letters(String text) {
    var letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
