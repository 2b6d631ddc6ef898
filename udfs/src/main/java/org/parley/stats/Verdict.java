package org.parley.stats;

import java.util.Locale;

/** What can be said about a holder's stance towards a target. */
public enum Verdict {
  FAVOUR,
  AGAINST,
  /** Good evidence for both. */
  MIXED,
  /** The holder says in so many words that nothing is decided, or stays neutral. */
  UNDECIDED,
  /** Too little evidence to say any of these; never a word for neutral. */
  INSUFFICIENT;

  /** The name as it stands in the tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
