package org.parley.quote;

import java.util.Locale;

/**
 * What somebody said, and who.
 *
 * @param index its place in the text, from 0
 * @param kind direct, indirect or mixed
 * @param begin offset of the first character of its content in the text
 * @param end offset after the last one
 * @param text the content
 * @param cue the words that introduce it, or empty
 * @param speakerText the source as it stands in the text, or empty; for "they" or "the person" that
 *     refers back to a source without a name, the phrase that introduced that source
 * @param speakerBegin offset of the source, or -1
 * @param speakerEnd offset after the source, or -1
 * @param speakerId the entity that speaks, or null where it is none that is known
 * @param speakerClass what kind of source it is
 * @param rule the pattern that found it
 * @param confidence how sure span and speaker are, from 0 to 1
 * @param outerIndex the index of the quotation that it stands in: "the envoy said that the
 *     president told him ..." holds what the president told; -1 where the article itself reports it
 * @param affiliation whom a source without a name belongs to
 */
public record Quotation(
    int index,
    Kind kind,
    int begin,
    int end,
    String text,
    String cue,
    String speakerText,
    int speakerBegin,
    int speakerEnd,
    String speakerId,
    SpeakerClass speakerClass,
    String rule,
    double confidence,
    int outerIndex,
    Affiliation affiliation) {
  /** A content of fewer words than this is short. */
  private static final int SHORT = 5;

  /** Whether its content is only a few words, where spans are less sure. */
  public boolean isShort() {
    return isShort(text);
  }

  static boolean isShort(String content) {
    String words = content.strip();
    int gaps = 0;
    for (int i = 1; i < words.length() && gaps < SHORT; i++) {
      gaps += isSpace(words.charAt(i)) && !isSpace(words.charAt(i - 1)) ? 1 : 0;
    }
    return gaps + 1 < SHORT;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Whether it stands in another quotation, so that its speaker's words are told by another. */
  public boolean isNested() {
    return outerIndex >= 0;
  }

  /** How the words are given. */
  public enum Kind {
    /** In quotation marks, as a whole. */
    DIRECT,
    /** In the reporter's words. */
    INDIRECT,
    /** In the reporter's words with some in quotation marks. */
    MIXED;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What kind of source speaks. */
  public enum SpeakerClass {
    NAMED,
    /** "the prime minister". */
    ROLE,
    /** "European leaders". */
    GROUP,
    /** "people familiar with the matter". */
    ANONYMOUS,
    /** No source was found. */
    UNKNOWN;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
