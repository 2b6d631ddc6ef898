package org.parley.jobs.cooccur;

/**
 * That a pair, or an entity, is named in an article, in one long: 10 bits month, 5 day of the month
 * (0 for none), 21 outlet, 10 marks, 17 windows. Sorting postings brings those of one month and of
 * one day together.
 *
 * <p>The marks tell for which stretches of time, and whether in its outlet, the article is the
 * first of its text, and of its near-duplicate cluster, to name the pair; and whether it is the one
 * whose windows count for the cluster. A posting {@link #OF_OUTLET_ONLY} names no article: it holds
 * what the one beside it has besides for its outlet. So every unit is a sum over postings, in any
 * order, of any months: postings are a state that merges.
 */
final class Posting {
  static final int MOST_MONTHS = 1 << 10;
  static final int MOST_OUTLETS = 1 << 21;
  static final int MOST_WINDOWS = (1 << 17) - 1;

  static final int TEXT_OF_WEEK = 1;
  static final int TEXT_OF_MONTH = 1 << 1;
  static final int TEXT_OF_ALL = 1 << 2;
  static final int CLUSTER_OF_WEEK = 1 << 3;
  static final int CLUSTER_OF_MONTH = 1 << 4;
  static final int CLUSTER_OF_ALL = 1 << 5;

  static final int TEXT_OF_OUTLET = 1 << 6;
  static final int CLUSTER_OF_OUTLET = 1 << 7;
  static final int REPRESENTATIVE = 1 << 8;

  /** Sentences that another outlet had first: they count in the article's own outlet alone. */
  static final int OF_OUTLET_ONLY = 1 << 9;

  /** The marks of an article that has no copies. */
  static final int ALONE = (1 << 9) - 1;

  private static final int MOST_MARKS = (1 << 10) - 1;

  private Posting() {}

  static long of(int month, int day, int outlet, int marks, int windows) {
    return (long) month << 53
        | (long) day << 48
        | (long) outlet << 27
        | (long) marks << 17
        | Math.min(windows, MOST_WINDOWS);
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
    return (int) (posting >>> 17) & MOST_MARKS;
  }

  /** Whether it adds to the sums of an outlet alone, and is no article there. */
  static boolean isOfOutletOnly(long posting) {
    return (marks(posting) & OF_OUTLET_ONLY) != 0;
  }

  /** The windows of the article. */
  static int ownWindows(long posting) {
    return (int) posting & MOST_WINDOWS;
  }

  /** What the article adds to the windows of its cluster: none where another one stands for it. */
  static int windows(long posting) {
    return (marks(posting) & REPRESENTATIVE) == 0 ? 0 : ownWindows(posting);
  }
}
