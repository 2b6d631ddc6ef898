package org.parley.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * That a person held an office.
 *
 * @param personId who
 * @param office what, e.g. {@code head_of_state}
 * @param holderOf the country or organisation
 * @param titleWords what news calls them, lower case: president, leader
 * @param from the first day, or null where it is not known
 * @param to the day on which it ended, or null where it has not
 */
record Office(
    String personId,
    String office,
    String holderOf,
    List<String> titleWords,
    LocalDate from,
    LocalDate to) {
  Office {
    titleWords = List.copyOf(titleWords);
  }

  /** Whether it was held on a day. */
  boolean heldOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
