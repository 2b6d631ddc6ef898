package org.parley.jobs.report;

import java.util.Comparator;

/**
 * A stretch of an article's text that the page shows within its sentence.
 *
 * @param article id of the article
 * @param begin offset of the first character in the text
 * @param end offset after the last one
 */
record Place(String article, int begin, int end) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::article).thenComparing(Place::begin).thenComparing(Place::end);

  /** The place in the columns {@code article_id}, {@code begin} and {@code end}. */
  static Place of(Cells row) {
    return new Place(row.text("article_id"), (int) row.count("begin"), (int) row.count("end"));
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
