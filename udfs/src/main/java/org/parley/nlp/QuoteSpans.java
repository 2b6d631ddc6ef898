package org.parley.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.text.Paragraph;

/**
 * Finds what stands between quotation marks: straight, curly, low and angled marks, doubled single
 * marks, and single marks where no double ones are around them. Only the outermost spans are given,
 * so marks inside a quotation do not count.
 *
 * <p>A span ends with its paragraph where its closing mark is missing, and is then not closed; that
 * is also how the first paragraphs of a quotation look whose mark is repeated at each paragraph. A
 * quotation that runs on into the next paragraphs without a repeated mark is one span.
 */
public final class QuoteSpans {
  /** How many paragraphs a quotation may run on without a repeated mark. */
  private static final int MAX_PARAGRAPHS = 3;

  private final String text;
  private final List<Paragraph> paragraphs;
  private final List<QuoteSpan> spans = new ArrayList<>();

  private QuoteSpans(String text, List<Paragraph> paragraphs) {
    this.text = text;
    this.paragraphs = paragraphs;
  }

  /**
   * The spans of a text.
   *
   * @param text the text
   * @param paragraphs its paragraphs in order; nothing outside them is looked at
   * @return the spans in order, without overlap
   */
  public static List<QuoteSpan> find(String text, List<Paragraph> paragraphs) {
    var finder = new QuoteSpans(text, paragraphs);
    finder.doubleMarks();
    finder.singleMarks();
    finder.spans.sort(Comparator.comparingInt(QuoteSpan::begin));
    return List.copyOf(finder.spans);
  }

  private enum Side {
    OPEN,
    CLOSE,
    EITHER
  }

  private record Mark(int begin, int end, Side side, int paragraph) {}

  private void doubleMarks() {
    var marks = new ArrayList<Mark>();
    for (int p = 0; p < paragraphs.size(); p++) {
      for (int i = paragraphs.get(p).begin(); i < paragraphs.get(p).end(); i++) {
        var mark = doubleMark(i, p);
        if (mark != null) {
          marks.add(mark);
          i = mark.end() - 1;
        }
      }
    }
    int i = 0;
    while (i < marks.size()) {
      i = marks.get(i).side() == Side.CLOSE ? i + 1 : pair(marks, i);
    }
  }

  /** Finds where the quotation ends that the i-th mark opens; returns the mark to go on with. */
  private int pair(List<Mark> marks, int i) {
    var open = marks.get(i);
    int depth = 0;
    for (int j = i + 1; j < marks.size(); j++) {
      var mark = marks.get(j);
      boolean sameParagraph = mark.paragraph() == open.paragraph();
      boolean startsParagraph = mark.begin() == paragraphs.get(mark.paragraph()).begin();
      if (!sameParagraph
          && (startsParagraph
              || mark.side() != Side.CLOSE
              || mark.paragraph() - open.paragraph() > MAX_PARAGRAPHS)) {
        break;
      }
      if (mark.side() == Side.OPEN) {
        if (!closesLater(marks, j)) {
          break;
        }
        depth++;
      } else if (depth > 0 && mark.side() == Side.CLOSE) {
        depth--;
      } else {
        spans.add(new QuoteSpan(open.begin(), mark.end(), true));
        return j + 1;
      }
    }
    int next = i + 1;
    int end = paragraphs.get(open.paragraph()).end();
    if (next < marks.size() && marks.get(next).paragraph() == open.paragraph()) {
      end = endBefore(open.end(), marks.get(next).begin());
    }
    spans.add(new QuoteSpan(open.begin(), end, false));
    return next;
  }

  /** Whether an opening mark inside a quotation has a partner, and the quotation one after it. */
  private boolean closesLater(List<Mark> marks, int inner) {
    int closing = 0;
    for (int j = inner + 1; j < marks.size(); j++) {
      var mark = marks.get(j);
      if (mark.paragraph() != marks.get(inner).paragraph() || mark.side() == Side.OPEN) {
        break;
      }
      closing++;
    }
    return closing >= 2;
  }

  /** The end of the last sentence before the next mark, or the mark where there is none. */
  private int endBefore(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (".!?".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private Mark doubleMark(int i, int paragraph) {
    char c = text.charAt(i);
    char next = at(i + 1);
    return switch (c) {
      case '\u201c', '\u201e', '\u00ab', '\u201f' -> new Mark(i, i + 1, Side.OPEN, paragraph);
      case '\u201d', '\u00bb' -> new Mark(i, i + 1, side(i, i + 1, Side.CLOSE), paragraph);
      case '"' -> new Mark(i, i + 1, side(i, i + 1, Side.EITHER), paragraph);
      case '`' -> next == '`' ? new Mark(i, i + 2, Side.OPEN, paragraph) : null;
      case '\'' -> next == '\'' ? new Mark(i, i + 2, side(i, i + 2, Side.EITHER), paragraph) : null;
      default -> null;
    };
  }

  /**
   * Which side a mark is on, from its neighbours; a curly closing mark opens only where it cannot
   * close.
   */
  private Side side(int begin, int end, Side own) {
    char before = at(begin - 1);
    char after = at(end);
    boolean openBefore = isSpace(before) || "([{-/\u2013\u2014\u2018".indexOf(before) >= 0;
    boolean closeAfter = isSpace(after) || ".,;:!?)]}-/\u2013\u2014\u2019'".indexOf(after) >= 0;
    if (own == Side.CLOSE) {
      return isSpace(before) && Character.isUpperCase(after) ? Side.OPEN : Side.CLOSE;
    }
    if (openBefore && !closeAfter) {
      return Side.OPEN;
    }
    if (!openBefore && (closeAfter || !Character.isLetterOrDigit(before))) {
      return Side.CLOSE;
    }
    return Side.EITHER;
  }

  /** Quotations in single marks, outside those in double ones. */
  private void singleMarks() {
    var outer = List.copyOf(spans);
    for (var paragraph : paragraphs) {
      int open = -1;
      for (int i = paragraph.begin(); i < paragraph.end(); i++) {
        char c = text.charAt(i);
        if ((c != '\'' && c != '\u2018' && c != '\u2019') || at(i + 1) == c || at(i - 1) == c) {
          continue;
        }
        if (open < 0) {
          if (opensSingle(i) && inside(outer, i) == null) {
            open = i;
          }
        } else if (closesSingle(i)) {
          if (overlaps(outer, open, i + 1)) {
            open = -1;
          } else if (!text.substring(open + 1, i).isBlank()) {
            spans.add(new QuoteSpan(open, i + 1, true));
            open = -1;
          }
        } else if (c == '\u2018' || (c == '\'' && opensSingle(i))) {
          open = i;
        }
      }
    }
  }

  private boolean opensSingle(int i) {
    char c = text.charAt(i);
    char before = at(i - 1);
    char after = at(i + 1);
    boolean boundary = isSpace(before) || "([{\u2013\u2014\"\u201c".indexOf(before) >= 0;
    return c != '\u2019' && boundary && Character.isLetter(after) && !elision(i);
  }

  /** 'em, 'til, 'cause: an apostrophe that stands for what is left out. */
  private boolean elision(int i) {
    int end = i + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return switch (text.substring(i + 1, end).toLowerCase(java.util.Locale.ROOT)) {
      case "em", "til", "cause", "bout", "twas", "tis", "n", "round" -> true;
      default -> false;
    };
  }

  private boolean closesSingle(int i) {
    char c = text.charAt(i);
    char before = at(i - 1);
    char after = at(i + 1);
    boolean ends = !Character.isLetterOrDigit(after);
    // After an s it may be a genitive: then the mark closes only at the end of a clause.
    boolean genitive = (before == 's' || before == 'S') && after == ' ';
    return c != '\u2018' && ends && !isSpace(before) && !(genitive && closesAgain(i));
  }

  private boolean closesAgain(int from) {
    for (int i = from + 1; i < text.length() && text.charAt(i) != '\n' && i < from + 300; i++) {
      char c = text.charAt(i);
      if (c == '\u2018' || (c == '\'' && opensSingle(i))) {
        return false;
      }
      if ((c == '\u2019' || c == '\'') && !Character.isLetterOrDigit(at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static QuoteSpan inside(List<QuoteSpan> spans, int offset) {
    for (var span : spans) {
      if (span.begin() <= offset && offset < span.end()) {
        return span;
      }
    }
    return null;
  }

  private static boolean overlaps(List<QuoteSpan> spans, int begin, int end) {
    return spans.stream().anyMatch(span -> span.begin() < end && begin < span.end());
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The character at an offset; a space outside the text. */
  private char at(int i) {
    return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
  }
}
