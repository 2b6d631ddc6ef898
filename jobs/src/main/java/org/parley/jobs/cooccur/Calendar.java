package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;

/** The months of a corpus and their numbers, the undated one among them. */
final class Calendar implements Serializable {
  private static final long serialVersionUID = 1L;
  static final String UNDATED = "unknown";

  /** Thursday is day 0; weeks begin on Mondays. */
  private static final int MONDAY_BEFORE = 3;

  private final Dictionary months;
  private final int[] firstDays;

  private Calendar(Dictionary months, int[] firstDays) {
    this.months = months;
    this.firstDays = firstDays;
  }

  /**
   * A calendar.
   *
   * @param months such as 2025-08, or unknown
   * @throws IllegalArgumentException if there are more months than can be counted together
   */
  static Calendar of(List<String> months) {
    var dictionary = Dictionary.of(months);
    if (dictionary.size() > Posting.MOST_MONTHS) {
      throw new IllegalArgumentException(
          "%d months are more than can be counted together (%d)"
              .formatted(dictionary.size(), Posting.MOST_MONTHS));
    }
    var firstDays = new int[dictionary.size()];
    for (int i = 0; i < firstDays.length; i++) {
      String month = dictionary.name(i);
      firstDays[i] =
          month.equals(UNDATED)
              ? Integer.MIN_VALUE
              : Math.toIntExact(YearMonth.parse(month).atDay(1).toEpochDay());
    }
    return new Calendar(dictionary, firstDays);
  }

  int size() {
    return months.size();
  }

  /** The numbers of all months. */
  BitSet every() {
    var every = new BitSet();
    every.set(0, size());
    return every;
  }

  String month(int number) {
    return months.name(number);
  }

  int number(String month) {
    return months.number(month);
  }

  Dictionary months() {
    return months;
  }

  /** The day of a posting, from 1970-01-01; only where {@link Posting#day} is not 0. */
  int epochDay(int month, int day) {
    return firstDays[month] + day - 1;
  }

  /** The number of the week of a day: weeks since that of 1970-01-01, which has number 0. */
  static int week(int epochDay) {
    return Math.floorDiv(epochDay + MONDAY_BEFORE, 7);
  }

  /** The Monday of a week, from 1970-01-01. */
  static int monday(int week) {
    return week * 7 - MONDAY_BEFORE;
  }
}
