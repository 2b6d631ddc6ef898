package org.parley.jobs.cooccur;

/**
 * How co-occurrence is counted.
 *
 * @param mostEntities in a window with more different entities than that, only the first so many
 *     (by id) make pairs; the number of such windows is noted in job_metrics
 */
public record CooccurConfig(int mostEntities) {
  /** A list of 400 names is no text about any two of them. */
  static final int MOST_ENTITIES = 300;

  public CooccurConfig {
    if (mostEntities < 2) {
      throw new IllegalArgumentException("--most-entities must be at least 2, not " + mostEntities);
    }
  }

  /** The settings of a run that says nothing else. */
  public static CooccurConfig standard() {
    return new CooccurConfig(MOST_ENTITIES);
  }
}
