package org.parley.nlp;

/**
 * Long runs of marks. CoreNLP's tokenizer looks ahead over a run of quotation marks, ampersands or
 * backslashes at each of them, so that its time grows with the square of the run or worse; it gets
 * such a run in pieces.
 */
final class MarkRuns {
  /** No sentence has as many marks, neither letters nor digits nor spaces, one after the other. */
  static final int LONGEST = 500;

  private MarkRuns() {}

  /** Where the piece of a text that begins at a place ends: at the given end, or in a long run. */
  static int end(String text, int begin, int end) {
    int marks = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isWhitespace(c)) {
        marks = 0;
      } else if (marks >= LONGEST && !Character.isLowSurrogate(c)) {
        return i;
      } else {
        marks++;
      }
    }
    return end;
  }
}
