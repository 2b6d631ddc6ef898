package org.parley.text;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Brings the characters of a text into one form without touching a word. */
final class Characters {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{2,7}|#x[0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\\d{0,2});");

  private Characters() {}

  /**
   * Character references resolved; every line end a line feed; every other white space one space;
   * without control characters, invisible characters and lone surrogates (which become U+FFFD).
   */
  static String normalize(String text) {
    String raw =
        text.indexOf('&') >= 0 && ENTITY.matcher(text).find()
            ? Parser.unescapeEntities(text, true)
            : text;
    var out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c >= 0x20 && c < 0x7f) {
        out.append(c);
      } else if (c == '\r') {
        if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c == '\n' || c == '\u2028' || c == '\u0085' || c == '\u000b') {
        out.append('\n');
      } else if (c == '\u2029' || c == '\f') {
        out.append("\n\n");
      } else if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < raw.length()
                && Character.isLowSurrogate(raw.charAt(i + 1));
        if (pair) {
          out.append(c).append(raw.charAt(++i));
        } else {
          out.append('\ufffd');
        }
      } else if (c == '\t' || Character.isSpaceChar(c)) {
        out.append(' ');
      } else if (!invisible(c, out)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean invisible(char c, StringBuilder before) {
    return switch (c) {
      // Joins the parts of an emoji and of letters in some scripts: visible there.
      case '\u200d' -> before.length() == 0 || before.charAt(before.length() - 1) < 0x80;
      case '\u200c' -> before.length() == 0 || before.charAt(before.length() - 1) < 0x300;
      case '\u00ad', '\u200b', '\u200e', '\u200f', '\u061c', '\u2060', '\ufeff', '\ufffc' -> true;
      default ->
          Character.getType(c) == Character.CONTROL
              || (c >= '\u202a' && c <= '\u202e')
              || (c >= '\u2061' && c <= '\u2069');
    };
  }
}
