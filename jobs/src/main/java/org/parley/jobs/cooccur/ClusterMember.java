package org.parley.jobs.cooccur;

import java.util.Arrays;

/**
 * An article of a near-duplicate cluster.
 *
 * @param article its id
 * @param month number of the month it was published in
 * @param day day of that month, 0 for none
 * @param week number of its week, -1 for none
 * @param outlet number of its outlet, 0 for none
 * @param text number that it shares with the cluster's articles of exactly the same text
 * @param representative whether the tested counts take the cluster's windows from this article
 * @param repeated its sentences that stood elsewhere before, as {@link RepeatedSentences} has them
 * @param mentions its {@link PackedMention}s, sorted
 */
// An array, because a corpus has one of these for each article and nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
record ClusterMember(
    String article,
    int month,
    int day,
    int week,
    int outlet,
    int text,
    boolean representative,
    int[] repeated,
    long[] mentions) {
  /** Whether a sentence stood in another text before, but not in one of the outlet. */
  boolean isKnownElsewhere(long sentence) {
    return has(2 * sentence);
  }

  /** Whether the outlet itself had printed a sentence before. */
  boolean isKnownToOutlet(long sentence) {
    return has(2 * sentence + 1);
  }

  private boolean has(long value) {
    return repeated.length > 0 && Arrays.binarySearch(repeated, (int) value) >= 0;
  }
}
