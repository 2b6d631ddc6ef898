package org.parley.jobs.run;

import java.util.Locale;

/**
 * What all articles would take, judged by a sample of them.
 *
 * @param share the share of the inputs that the sample is, in (0, 1]
 * @param articles articles in the sample
 * @param annotateSeconds how long CoreNLP took, which grows with the texts
 * @param otherSeconds how long the other stages took, part of which is the same for any corpus
 * @param tableBytes what the tables take
 * @param heapBytes the most memory that was in use
 */
record Estimate(
    double share,
    long articles,
    double annotateSeconds,
    double otherSeconds,
    long tableBytes,
    long heapBytes) {

  /** A few lines for a person. */
  String describe() {
    if (share >= 1) {
      return "sample: these were all articles there are; run again without --sample";
    }
    double least = annotateSeconds / share + otherSeconds;
    double most = (annotateSeconds + otherSeconds) / share;
    return String.format(
        Locale.ROOT,
        "sample: %,d articles, %.1f%% of the inputs%n"
            + "all would be about %,d articles: %s to %s on this machine, %s of tables%n"
            + "the sample used %s of memory; PARLEY_MEMORY=6g, the default, is enough for most corpora",
        articles,
        100 * share,
        Math.round((double) articles / share),
        time(least),
        time(most),
        bytes((double) tableBytes / share),
        bytes((double) heapBytes));
  }

  private static String time(double seconds) {
    return seconds < 120
        ? Math.round(seconds) + " s"
        : seconds < 7200
            ? Math.round(seconds / 60) + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  private static String bytes(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20))
        : String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
  }
}
