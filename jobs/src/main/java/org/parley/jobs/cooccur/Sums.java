package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** What the postings of a pair, or of an entity, add up to over a stretch of time, or an outlet. */
final class Sums {
  /** What is counted apart: stretches of time, and outlets. */
  enum Stretch {
    ALL("all", Posting.TEXT_OF_ALL, Posting.CLUSTER_OF_ALL),
    MONTH("month", Posting.TEXT_OF_MONTH, Posting.CLUSTER_OF_MONTH),
    WEEK("week", Posting.TEXT_OF_WEEK, Posting.CLUSTER_OF_WEEK),
    OUTLET("outlet", Posting.TEXT_OF_OUTLET, Posting.CLUSTER_OF_OUTLET);

    private final String label;
    private final int newText;
    private final int newCluster;

    Stretch(String label, int newText, int newCluster) {
      this.label = label;
      this.newText = newText;
      this.newCluster = newCluster;
    }

    /** Its name in rows. */
    String label() {
      return label;
    }

    /** The mark of the first article of a text there. */
    int newText() {
      return newText;
    }

    /** The mark of the first article of a cluster there. */
    int newCluster() {
      return newCluster;
    }
  }

  /** The number of all time. */
  static final int ALL = -1;

  private static final int UNDATED = Integer.MIN_VALUE;

  final int stretch;
  long windows;
  long articles;
  long texts;
  long clusters;
  long outlets;
  int first = Integer.MAX_VALUE;
  int last = Integer.MIN_VALUE;

  private Sums(int stretch) {
    this.stretch = stretch;
  }

  /** Adds up; keeps track of which outlets were met, so one serves one task. */
  static final class Adder {
    private final Calendar calendar;
    private final BitSet months;
    private final int[] metIn;
    private int serial;

    /**
     * An adder.
     *
     * @param months the months that are added up one by one
     * @param outlets the greatest number of an outlet
     */
    Adder(Calendar calendar, BitSet months, int outlets) {
      this.calendar = calendar;
      this.months = months;
      this.metIn = new int[outlets + 1];
    }

    /**
     * The sums over each stretch that has some; undated postings are in no week, and those of an
     * unknown outlet in none.
     *
     * @param postings sorted
     * @param begin the first posting of the key
     * @param end after the last one
     */
    List<Sums> over(Stretch unit, Postings postings, int begin, int end) {
      if (unit == Stretch.OUTLET) {
        return overOutlets(postings, begin, end);
      }
      var all = new ArrayList<Sums>(unit == Stretch.ALL ? 1 : 4);
      Sums sums = null;
      for (int i = begin; i < end; i++) {
        long posting = postings.posting(i);
        int day = day(posting);
        if (Posting.isOfOutletOnly(posting)
            || (unit == Stretch.WEEK && day == UNDATED)
            || (unit == Stretch.MONTH && !months.get(Posting.month(posting)))) {
          continue;
        }
        int stretch =
            switch (unit) {
              case ALL -> Sums.ALL;
              case MONTH -> Posting.month(posting);
              case WEEK -> Calendar.week(day);
              case OUTLET -> Posting.outlet(posting);
            };
        if (sums == null || sums.stretch != stretch) {
          sums = new Sums(stretch);
          all.add(sums);
          serial++;
        }
        sums.add(unit, posting, day);
        int outlet = Posting.outlet(posting);
        if (outlet > 0 && metIn[outlet] != serial) {
          metIn[outlet] = serial;
          sums.outlets++;
        }
      }
      return all;
    }

    /** Postings are not in the order of outlets. */
    private List<Sums> overOutlets(Postings postings, int begin, int end) {
      var sums = new TreeMap<Integer, Sums>();
      for (int i = begin; i < end; i++) {
        long posting = postings.posting(i);
        int outlet = Posting.outlet(posting);
        if (outlet > 0) {
          sums.computeIfAbsent(outlet, Sums::new).add(Stretch.OUTLET, posting, day(posting));
        }
      }
      return List.copyOf(sums.values());
    }

    private int day(long posting) {
      return Posting.day(posting) == 0
          ? UNDATED
          : calendar.epochDay(Posting.month(posting), Posting.day(posting));
    }
  }

  private void add(Stretch unit, long posting, int day) {
    int marks = Posting.marks(posting);
    boolean firstOfCluster = (marks & unit.newCluster) != 0;
    // An outlet's own first copy stands for the cluster there, whoever printed it before.
    windows +=
        unit == Stretch.OUTLET
            ? firstOfCluster ? Posting.ownWindows(posting) : 0
            : Posting.windows(posting);
    if (Posting.isOfOutletOnly(posting)) {
      return;
    }
    articles++;
    texts += (marks & unit.newText) == 0 ? 0 : 1;
    clusters += firstOfCluster ? 1 : 0;
    if (day != UNDATED) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }

  /** Day of the first dated article, from 1970-01-01, or null. */
  Integer firstDay() {
    return articles == 0 || first > last ? null : first;
  }

  /** Day of the last dated article, or null. */
  Integer lastDay() {
    return articles == 0 || first > last ? null : last;
  }
}
