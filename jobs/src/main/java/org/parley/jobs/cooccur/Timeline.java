package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parley.stats.Burst;

/**
 * How many dated articles there are in each step of time, a near-duplicate cluster counted once:
 * steps are days, or weeks where a corpus spans over 90 days.
 */
final class Timeline implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DAYS = 90;

  /** Where nothing is looked for. */
  static final Timeline NONE = new Timeline(null, 0, 0, 1, new long[0]);

  private final Calendar calendar;
  private final int firstDay;
  private final int lastDay;
  private final int width;
  private final long[] all;

  private Timeline(Calendar calendar, int firstDay, int lastDay, int width, long[] all) {
    this.calendar = calendar;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.width = width;
    this.all = all;
  }

  /**
   * A burst; days are from 1970-01-01.
   *
   * @param articles how many articles it is made of
   */
  record Found(int firstDay, int lastDay, double weight, long articles) {}

  /**
   * The timeline of a corpus.
   *
   * @param windows context, month, day, n
   */
  static Timeline of(Dataset<Row> windows, Calendar calendar) {
    var days = new TreeMap<Integer, Long>();
    for (Row row :
        windows
            .where(col("context").equalTo(WindowKind.ARTICLE.label()).and(col("day").gt(0)))
            .select("month", "day", "n")
            .collectAsList()) {
      int month = calendar.number(row.getString(0));
      days.merge(calendar.epochDay(month, row.getInt(1)), row.getLong(2), Long::sum);
    }
    if (days.isEmpty()) {
      return NONE;
    }
    int first = days.firstKey();
    int span = days.lastKey() - first + 1;
    int width = span > MOST_DAYS ? 7 : 1;
    var all = new long[(span + width - 1) / width];
    days.forEach((day, n) -> all[(day - first) / width] += n);
    return new Timeline(calendar, first, days.lastKey(), width, all);
  }

  /**
   * The bursts of a pair, or of an entity.
   *
   * @param postings of articles
   * @param begin its first posting
   * @param end after its last one
   * @param least in how many articles it must be
   */
  List<Found> bursts(Postings postings, int begin, int end, int least) {
    if (all.length == 0 || end - begin < least) {
      return List.of();
    }
    var relevant = new long[all.length];
    long articles = 0;
    for (int i = begin; i < end; i++) {
      long posting = postings.posting(i);
      if (Posting.day(posting) > 0) {
        int day = calendar.epochDay(Posting.month(posting), Posting.day(posting));
        relevant[(day - firstDay) / width] += Posting.windows(posting);
        articles += Posting.windows(posting);
      }
    }
    if (articles < least) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    for (Burst burst : Burst.find(relevant, all)) {
      long inside = 0;
      for (int t = burst.begin(); t < burst.end(); t++) {
        inside += relevant[t];
      }
      found.add(
          new Found(
              firstDay + burst.begin() * width,
              Math.min(lastDay, firstDay + burst.end() * width - 1),
              burst.weight(),
              inside));
    }
    return found;
  }
}
