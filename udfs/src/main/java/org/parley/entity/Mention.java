package org.parley.entity;

import java.util.Locale;

/**
 * A place in a text that stands for an entity.
 *
 * @param sentence index of its sentence
 * @param begin offset of its first character in the text
 * @param end offset after its last character
 * @param text the characters from begin to end
 * @param kind how it refers
 * @param entityId whom it stands for
 * @param rule the rule that decided so
 * @param confidence how sure that is, from 0 to 1
 */
public record Mention(
    int sentence,
    int begin,
    int end,
    String text,
    Kind kind,
    String entityId,
    String rule,
    double confidence) {
  /** The rule of groups that nobody names: "business groups", which are not counted in pairs. */
  public static final String UNNAMED_GROUP = "unnamed-group";

  /** How a mention refers to its entity. */
  public enum Kind {
    /** "Vladimir Putin", "Putin", "NATO". */
    NAME,
    /** "the company", "the group". */
    NOMINAL,
    /** "he", "it". */
    PRONOUN,
    /** "Russian", "Germans". */
    DEMONYM,
    /** "Moscow" or "the Kremlin" for the Russian government. */
    METONYM,
    /** "the U.S. leader", "the Foreign Ministry". */
    ROLE;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a label written by {@link #label()}. */
    public static Kind of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
