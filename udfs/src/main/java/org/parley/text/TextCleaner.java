package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.seed.Seeds;

/**
 * From the raw text of an article to the text that is analysed, with its sections. Words are never
 * changed or dropped: line ends, white space and invisible characters are normalised, hard-wrapped
 * lines joined, and what is not the story is marked; a list of links in the middle of a sentence is
 * put behind its paragraph. Safe for use by several threads.
 */
public final class TextCleaner {
  private final SectionMarker marker;

  private TextCleaner(SectionMarker marker) {
    this.marker = marker;
  }

  /**
   * A cleaner that knows the phrases of the seeds.
   *
   * @throws IllegalArgumentException if the files of phrases or agencies have a mistake
   */
  public static TextCleaner of(Seeds seeds) {
    return new TextCleaner(new SectionMarker(seeds));
  }

  /**
   * The headline, an empty line and the body, each paragraph with its section. A credit and a
   * dateline are paragraphs of their own on the line where they stand.
   *
   * @param title the headline, or null where none is known
   * @param body the raw text; it may begin with the headline
   */
  public SectionedText clean(String title, String body) {
    String headline = title == null ? "" : oneLine(title);
    var paragraphs = new ArrayList<>(ParagraphSplitter.split(Characters.normalize(body)));
    boolean repeated =
        paragraphs.stream().limit(2).anyMatch(p -> Headlines.same(headline, p))
            || (!paragraphs.isEmpty() && paragraphs.get(0).startsWith(headline));
    if (!headline.isEmpty() && !repeated) {
      paragraphs.add(0, headline);
    }
    return assemble(marker.mark(headline.isEmpty() ? null : headline, paragraphs));
  }

  private static String oneLine(String title) {
    return ParagraphSplitter.collapse(Characters.normalize(title).replace('\n', ' '));
  }

  private static SectionedText assemble(List<SectionMarker.Piece> pieces) {
    var text = new StringBuilder();
    var paragraphs = new ArrayList<Paragraph>();
    for (var piece : pieces) {
      if (text.length() > 0) {
        text.append(piece.continues() ? " " : "\n\n");
      }
      int begin = text.length();
      text.append(piece.text());
      paragraphs.add(new Paragraph(begin, text.length(), piece.section()));
    }
    return new SectionedText(text.toString(), paragraphs);
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
