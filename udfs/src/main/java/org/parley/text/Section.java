package org.parley.text;

import java.util.Locale;

/** The part that a paragraph plays in a news page. */
public enum Section {
  HEADLINE,
  /** The first paragraph of the story itself. */
  LEDE,
  BODY,
  /** Text that describes a picture: its names count under a voice of their own. */
  CAPTION,
  BYLINE,
  /**
   * Share buttons, credits, copyright and distribution lines, pleas to subscribe: nothing in it
   * counts.
   */
  BOILERPLATE;

  /** The name as it stands in the tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section of a label written by {@link #label()}. */
  public static Section of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
