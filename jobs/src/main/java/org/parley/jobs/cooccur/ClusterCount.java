package org.parley.jobs.cooccur;

/**
 * What an article of a cluster adds to the counts of a pair, or of an entity.
 *
 * @param key voice and entities, a {@link PairKey}
 * @param month code of the month; {@link #ALL} for a row that corrects the sum over the months
 * @param outlet number of the outlet, 0 for none
 * @param windows windows of the representative article
 * @param articles 1, or 0 in a correction
 * @param texts 1 where the text is new to the cluster's month, negative in a correction
 * @param clusters 1 where the cluster is new to the month, negative in a correction
 * @param day day of the article, from 1970-01-01, or null
 */
record ClusterCount(
    long key,
    int month,
    int outlet,
    int windows,
    int articles,
    int texts,
    int clusters,
    Integer day) {
  /** The month code of a correction. */
  static final int ALL = -1;
}
