package org.parley.entity;

import java.text.Normalizer;
import java.util.Locale;

/** ASCII forms of names. */
final class Slug {
  private Slug() {}

  /** The name without accents, and with the letters that do not decompose written out. */
  static String plain(String name) {
    var out = new StringBuilder(name.length());
    var parts = Normalizer.normalize(name, Normalizer.Form.NFD);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case '\u0131' -> out.append('i');
        case '\u00f8' -> out.append('o');
        case '\u00d8' -> out.append('O');
        case '\u0142' -> out.append('l');
        case '\u0141' -> out.append('L');
        case '\u0111' -> out.append('d');
        case '\u0110' -> out.append('D');
        case '\u00e6' -> out.append("ae");
        case '\u00c6' -> out.append("Ae");
        case '\u0153' -> out.append("oe");
        case '\u0152' -> out.append("Oe");
        case '\u00df' -> out.append("ss");
        case '\u00fe' -> out.append("th");
        case '\u00de' -> out.append("Th");
        case '\u00f0' -> out.append('d');
        case '\u00d0' -> out.append('D');
        case '\u2018', '\u2019', '\u02bc' -> out.append('\'');
        case '\u2010', '\u2011', '\u2013' -> out.append('-');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /**
   * The id part of a name: lower-case ASCII letters and digits, other runs as one underscore.
   * Letters of other scripts are written as their code points, so that no two names share an id for
   * want of letters.
   */
  static String of(String name) {
    var plain = plain(name).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        out.append(c);
      } else if (c >= 128 && Character.isLetterOrDigit(c)) {
        out.append('u').append(Integer.toHexString(c));
      } else if (c != '.' && c != '\'' && !out.isEmpty() && out.charAt(out.length() - 1) != '_') {
        out.append('_');
      }
    }
    while (!out.isEmpty() && out.charAt(out.length() - 1) == '_') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }
}
