package org.parley.jobs.cooccur;

/**
 * That a pair, or an entity, is named in an article, in one long: 10 bits month, 5 day of the month
 * (0 for none), 21 outlet, 6 marks, 21 windows. Sorting postings brings those of one month and of
 * one day together.
 *
 * <p>The marks tell for which stretches of time the article is the first of its text, and of its
 * near-duplicate cluster, to name the pair. So every unit is a sum over postings, in any order, of
 * any months: postings are a state that merges.
 */
final class Posting {
  static final int MOST_MONTHS = 1 << 10;
  static final int MOST_OUTLETS = 1 << 21;
  static final int MOST_WINDOWS = (1 << 21) - 1;

  static final int TEXT_OF_WEEK = 1;
  static final int TEXT_OF_MONTH = 1 << 1;
  static final int TEXT_OF_ALL = 1 << 2;
  static final int CLUSTER_OF_WEEK = 1 << 3;
  static final int CLUSTER_OF_MONTH = 1 << 4;
  static final int CLUSTER_OF_ALL = 1 << 5;

  /** The marks of an article that has no copies. */
  static final int ALONE = (1 << 6) - 1;

  private Posting() {}

  static long of(int month, int day, int outlet, int marks, int windows) {
    return (long) month << 53
        | (long) day << 48
        | (long) outlet << 27
        | (long) marks << 21
        | Math.min(windows, MOST_WINDOWS);
  }

  /** The same in another month. */
  static long inMonth(long posting, int month) {
    return (posting & (-1L >>> 11)) | ((long) month << 53);
  }

  static int month(long posting) {
    return (int) (posting >>> 53);
  }

  static int day(long posting) {
    return (int) (posting >>> 48) & 31;
  }

  static int outlet(long posting) {
    return (int) (posting >>> 27) & MOST_OUTLETS - 1;
  }

  static int marks(long posting) {
    return (int) (posting >>> 21) & ALONE;
  }

  static int windows(long posting) {
    return (int) posting & MOST_WINDOWS;
  }
}
