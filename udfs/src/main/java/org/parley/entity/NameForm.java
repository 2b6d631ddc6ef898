package org.parley.entity;

import java.util.List;

/**
 * A written form with all that it may stand for, in the order of the seeds.
 *
 * @param text the form, with single spaces
 * @param senses what it may stand for; never empty
 */
record NameForm(String text, List<Sense> senses) {
  NameForm {
    senses = List.copyOf(senses);
  }

  /** How a form stands for an entity. */
  enum Use {
    /** Its own name. */
    NAME,
    /** "Russians", "Russian". */
    DEMONYM,
    /** A capital, which may act for its country. */
    CAPITAL,
    /** A seat or building, which may act for its country. */
    SEAT,
    /** The last name of a person, which needs the document's or the day's support. */
    SURNAME
  }

  /**
   * One thing that a form may stand for.
   *
   * @param entityId the entity; for a capital or seat the one that it acts for
   * @param use how
   */
  record Sense(String entityId, Use use) {}

  /** The first sense of that use, or null. */
  Sense sense(Use use) {
    for (var sense : senses) {
      if (sense.use() == use) {
        return sense;
      }
    }
    return null;
  }
}
