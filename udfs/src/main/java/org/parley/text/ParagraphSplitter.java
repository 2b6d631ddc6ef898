package org.parley.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a text apart into paragraphs. Each line is one, unless the text is hard-wrapped: then the
 * lines are narrow, and the first word of each line would not have fitted on the line before.
 */
final class ParagraphSplitter {
  /** Wider lines than this are not wrapped by hand or by a mail program. */
  private static final int MAX_WIDTH = 132;

  private static final int MIN_WIDTH = 40;

  /**
   * So many line breaks must be where the next word did not fit, before a text counts as wrapped.
   */
  private static final int MIN_WRAPPED_LINES = 4;

  private static final double MIN_WRAPPED_SHARE = 0.6;

  private ParagraphSplitter() {}

  private record Line(String text, int indent, boolean afterBlank) {}

  /** The paragraphs of a normalized text, white space collapsed, none of them empty. */
  static List<String> split(String text) {
    var lines = lines(text);
    int width = wrapWidth(lines);
    var paragraphs = new ArrayList<String>();
    var paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (paragraph.length() > 0) {
        if (wraps(lines.get(i - 1), line, width)) {
          paragraph.append(' ');
        } else {
          paragraphs.add(paragraph.toString());
          paragraph.setLength(0);
        }
      }
      paragraph.append(line.text());
    }
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private static List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    boolean blank = false;
    for (String raw : text.split("\n", -1)) {
      String line = collapse(raw);
      if (line.isEmpty()) {
        blank = true;
      } else {
        int indent = 0;
        while (raw.charAt(indent) == ' ') {
          indent++;
        }
        lines.add(new Line(line, indent, blank));
        blank = false;
      }
    }
    return lines;
  }

  /** The width at which the text is wrapped, or 0 where it is not. */
  private static int wrapWidth(List<Line> lines) {
    int[] lengths = lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
    if (lengths.length < MIN_WRAPPED_LINES) {
      return 0;
    }
    int width = lengths[Math.min(lengths.length - 1, lengths.length * 98 / 100)];
    if (width > MAX_WIDTH || width < MIN_WIDTH) {
      return 0;
    }
    int breaks = 0;
    int wrapped = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).afterBlank()) {
        breaks++;
        wrapped += wraps(lines.get(i - 1), lines.get(i), width) ? 1 : 0;
      }
    }
    return wrapped >= MIN_WRAPPED_LINES && wrapped >= MIN_WRAPPED_SHARE * breaks ? width : 0;
  }

  private static boolean wraps(Line line, Line next, int width) {
    if (width == 0 || next.afterBlank() || next.indent() > line.indent() + 1) {
      return false;
    }
    int space = next.text().indexOf(' ');
    int word = space < 0 ? next.text().length() : space;
    return line.text().length() + 1 + word > width;
  }

  /** Runs of spaces as one, none at the ends. */
  static String collapse(String line) {
    if (line.indexOf("  ") < 0) {
      return line.strip();
    }
    var words = Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toList();
    return String.join(" ", words);
  }
}
