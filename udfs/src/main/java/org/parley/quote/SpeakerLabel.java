package org.parley.quote;

/**
 * What stands before the colon at the beginning of a paragraph of a transcript.
 *
 * @param name the words that name the speaker, without what describes him
 * @param colon the token after the label, a colon or a stop
 * @param form how the label is written
 * @param key the last word of the name in lower case, by which later labels repeat it
 */
record SpeakerLabel(Source name, int colon, Form form, String key) {
  /** How a label is written. */
  enum Form {
    /** "Q:". */
    QUESTION,
    /** "A:". */
    ANSWER,
    /** "ANA SILVA, HOST:". */
    CAPITALS,
    /** "Ana Silva:". */
    NAME
  }

  /** Whether it is one of an interview whose speakers are not named. */
  boolean isLetter() {
    return form == Form.QUESTION || form == Form.ANSWER;
  }
}
