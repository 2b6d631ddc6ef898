package org.parley.text;

/**
 * The language of a text.
 *
 * @param code its ISO 639 code, e.g. {@code en}, {@code zh}, or {@code und} where it is uncertain
 * @param probability how sure that is, from 0 to 1
 */
public record Language(String code, double probability) {
  /** The code of a text whose language is uncertain: too short, or without words. */
  public static final String UNDETERMINED = "und";

  /** Whether the text is in English or may be. */
  public boolean mayBeEnglish() {
    return code.equals("en") || code.equals(UNDETERMINED);
  }
}
