package org.parley.jobs.cooccur;

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
    long[] mentions) {}
