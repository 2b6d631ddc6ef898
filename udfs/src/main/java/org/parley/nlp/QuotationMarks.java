package org.parley.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.parley.text.Paragraph;

/**
 * Pairs quotation marks, paragraph by paragraph.
 *
 * <p>Double marks and guillemets first: whether a mark opens or closes is read off its form where
 * that tells, and off its neighbours where it does not. A mark that is still open at the end of its
 * paragraph makes a span up to there, so that a quotation which opens each of its paragraphs with a
 * mark has a span in each. Single marks count only in pairs, inside one span or outside of all, so
 * that apostrophes are left alone. Where the next mark after an open quotation closes it one or two
 * paragraphs on, the quotation runs over them.
 */
final class QuotationMarks {
  private static final char NONE = 0;

  /** How many paragraphs on a quotation may end whose mark is not repeated. */
  private static final int MAX_RUN = 2;

  /** Single marks further apart are no pair: between them stand apostrophes of all kinds. */
  private static final int MAX_SINGLE = 2_000;

  private final String text;
  private final int end;
  private final List<QuoteSpan> spans = new ArrayList<>();

  private QuotationMarks(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /** The spans of a text in the order of their beginnings, an outer one before an inner one. */
  static List<QuoteSpan> spans(String text, List<Paragraph> paragraphs) {
    var spans = new ArrayList<QuoteSpan>();
    int from = 0;
    for (int p = 0; p < paragraphs.size(); p++) {
      int begin = Math.max(from, paragraphs.get(p).begin());
      int end = paragraphs.get(p).end();
      while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      var marks = new QuotationMarks(text, end);
      marks.findDouble(begin);
      from = marks.runOver(paragraphs, p);
      marks.findSingle(begin);
      spans.addAll(marks.spans);
    }
    spans.sort(
        Comparator.comparingInt(QuoteSpan::begin)
            .thenComparing(Comparator.comparingInt(QuoteSpan::end).reversed()));
    return spans;
  }

  /** Whether a word is a double quotation mark, in any of its forms. */
  static boolean isDouble(String word) {
    return !word.isEmpty()
        && new QuotationMarks(word, word.length()).doubleLength(0) == word.length();
  }

  private void findDouble(int begin) {
    int open = -1;
    char opener = NONE;
    for (int i = begin; i < end; i++) {
      int length = doubleLength(i);
      if (length == 0) {
        continue;
      }
      char mark = text.charAt(i);
      if (open >= 0 && closes(opener, mark, begin, i, length)) {
        spans.add(new QuoteSpan(open, i + length, true));
        open = -1;
      } else if (open < 0
          ? opens(mark, begin, i, length)
          : isGuillemet(opener) == isGuillemet(mark)) {
        if (open >= 0) {
          spans.add(new QuoteSpan(open, trimmed(open, i), false));
        }
        open = i;
        opener = mark;
      }
      i += length - 1;
    }
    if (open >= 0 && open + 1 < end) {
      spans.add(new QuoteSpan(open, end, false));
    }
  }

  /**
   * Lets the last span, if it is open, end at the first mark of the next paragraphs, if that closes
   * it; returns where to go on.
   */
  private int runOver(List<Paragraph> paragraphs, int index) {
    var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last == null || last.closed() || last.end() != end) {
      return 0;
    }
    for (int p = index + 1; p < paragraphs.size() && p <= index + MAX_RUN; p++) {
      int begin = paragraphs.get(p).begin();
      var next = new QuotationMarks(text, paragraphs.get(p).end());
      for (int i = begin; i < next.end; i++) {
        int length = next.doubleLength(i);
        if (length > 0) {
          boolean closing =
              next.closes(text.charAt(last.begin()), text.charAt(i), begin, i, length)
                  && next.fitsClosing(begin, i, length);
          if (i > begin && closing) {
            spans.set(spans.size() - 1, new QuoteSpan(last.begin(), i + length, true));
            return i + length;
          }
          return 0;
        }
      }
    }
    return 0;
  }

  /** How many characters the double mark at this place has; 0 if there is none. */
  private int doubleLength(int i) {
    return switch (text.charAt(i)) {
      case '"', '“', '”', '„', '‟', '«', '»', '＂', '❝', '❞' -> 1;
      case '`' -> at(i + 1) == '`' ? 2 : 0;
      case '\'' -> at(i + 1) == '\'' ? 2 : 0;
      case '’' -> at(i + 1) == '’' ? 2 : 0;
      case '‘' -> at(i + 1) == '‘' ? 2 : 0;
      default -> 0;
    };
  }

  private static boolean isGuillemet(char mark) {
    return mark == '«' || mark == '»';
  }

  private boolean closes(char opener, char mark, int begin, int i, int length) {
    if (isGuillemet(opener) || isGuillemet(mark)) {
      return isGuillemet(opener) && isGuillemet(mark) && opener != mark;
    }
    boolean fits = fitsClosing(begin, i, length);
    return switch (mark) {
      case '”', '❞', '’' -> true;
      case '„', '‟', '`', '❝', '‘' -> false;
      // In „German style“ this mark closes; elsewhere it does so by mistake only.
      case '“' -> opener == '„' || (fits && !fitsOpening(begin, i, length));
      // Two spaces around a mark, or two letters, tell nothing: then marks take turns.
      default -> fits || !fitsOpening(begin, i, length);
    };
  }

  private boolean opens(char mark, int begin, int i, int length) {
    boolean fits = fitsOpening(begin, i, length);
    return switch (mark) {
      case '“', '„', '‟', '«', '`', '❝', '‘' -> true;
      case '”', '»', '❞', '’' -> fits && !fitsClosing(begin, i, length);
      // Inches and seconds: 6'2" tall.
      case '"', '\'' ->
          fits || (!fitsClosing(begin, i, length) && !Character.isDigit(before(begin, i)));
      default -> fits;
    };
  }

  private boolean fitsOpening(int begin, int i, int length) {
    char before = before(begin, i);
    return !isGap(at(i + length)) && (isGap(before) || "([{/-–—‘'“\"«:…".indexOf(before) >= 0);
  }

  private boolean fitsClosing(int begin, int i, int length) {
    char after = at(i + length);
    return !isGap(before(begin, i)) && (isGap(after) || !isWord(after));
  }

  private void findSingle(int begin) {
    int[] outer = outerSpans(begin);
    for (int i = begin; i < end; i++) {
      if (opensSingle(begin, i)) {
        int close = closingSingle(begin, i, outer);
        if (close > 0) {
          spans.add(new QuoteSpan(i, close + 1, true));
          i = close;
        }
      }
    }
  }

  private boolean opensSingle(int begin, int i) {
    char mark = text.charAt(i);
    if ("'‘`‚‹".indexOf(mark) < 0 || isDouble(begin, i)) {
      return false;
    }
    char after = at(i + 1);
    boolean starts = isGap(before(begin, i)) || "([{/–—\"“«".indexOf(before(begin, i)) >= 0;
    // The '90s and the like; other words that begin with an apostrophe have no closing mark.
    return starts && !isGap(after) && (mark != '\'' || !Character.isDigit(after));
  }

  private boolean isDouble(int begin, int i) {
    return doubleLength(i) == 2 || (i > begin && doubleLength(i - 1) == 2);
  }

  /** The mark that closes the single one, or -1. */
  private int closingSingle(int begin, int open, int[] outer) {
    int possessive = -1;
    int last = Math.min(end, open + MAX_SINGLE);
    // Rock 'n' roll: a single letter is no quotation.
    for (int i = open + 3; i < last; i++) {
      char mark = text.charAt(i);
      if (mark == '‘' || mark == '`' || isDouble(begin, i)) {
        break;
      }
      boolean closing =
          (mark == '\'' || mark == '’' || mark == '›')
              && !isGap(text.charAt(i - 1))
              && !isWord(at(i + 1))
              && outer[open - begin] == outer[i - begin];
      if (closing) {
        boolean plural = text.charAt(i - 1) == 's' && at(i + 1) == ' ' && isWord(at(i + 2));
        if (!plural) {
          return i;
        }
        possessive = possessive < 0 ? i : possessive;
      } else if (mark == '\'' && opensSingle(begin, i)) {
        break;
      }
    }
    return possessive;
  }

  /** By place, the number of the span between double marks that it stands in, or 0. */
  private int[] outerSpans(int begin) {
    var outer = new int[Math.max(0, end - begin)];
    for (int s = 0; s < spans.size(); s++) {
      int from = Math.max(begin, spans.get(s).begin() + 1);
      int to = Math.min(end, spans.get(s).end());
      if (from < to) {
        Arrays.fill(outer, from - begin, to - begin, s + 1);
      }
    }
    return outer;
  }

  private char at(int i) {
    return i < end ? text.charAt(i) : NONE;
  }

  private char before(int begin, int i) {
    return i > begin ? text.charAt(i - 1) : NONE;
  }

  private static boolean isGap(char c) {
    return c == NONE || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '$' || c == '£' || c == '€';
  }

  private int trimmed(int begin, int i) {
    int last = i;
    while (last > begin + 1 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
