package org.parley.quote;

import java.util.List;

/**
 * A quotation before its speaker is known by name.
 *
 * @param kind direct, indirect or mixed
 * @param from its first token
 * @param to its last token
 * @param cue the token of its cue, or {@link TokenTree#NONE}
 * @param cueLast the last token of its cue, or {@link TokenTree#NONE}
 * @param source where its source stands, or null
 * @param rule the pattern that found it
 */
record Finding(
    Quotation.Kind kind, int from, int to, int cue, int cueLast, Source source, Rule rule) {
  /** A direct quotation of the words in marks. */
  static Finding direct(QuotedUnit unit, int cue, int last, Source source, Rule rule) {
    return new Finding(Quotation.Kind.DIRECT, unit.from(), unit.to(), cue, last, source, rule);
  }

  /** The same with another end. */
  Finding withEnd(int end) {
    return new Finding(kind, from, end, cue, cueLast, source, rule);
  }

  /** The same with another beginning. */
  Finding withBegin(int begin) {
    return new Finding(kind, begin, to, cue, cueLast, source, rule);
  }

  /** Whether one of the findings has a token between these two, both included. */
  static boolean anyOverlaps(List<Finding> findings, int first, int last) {
    for (var finding : findings) {
      if (finding.overlaps(first, last)) {
        return true;
      }
    }
    return false;
  }

  boolean overlaps(int first, int last) {
    return from <= last && first <= to;
  }
}
