package org.parley.jobs.cooccur;

import java.util.Locale;

/** The stretch of text in which entities are together. */
enum WindowKind {
  SENTENCE,
  PARAGRAPH,
  ARTICLE;

  /** The name as it stands in the tables: lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a label written by {@link #label()}. */
  static WindowKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
