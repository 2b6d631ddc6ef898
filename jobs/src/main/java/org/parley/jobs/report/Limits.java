package org.parley.jobs.report;

/**
 * How much of a large warehouse one page holds: it must stay a file that opens at once.
 *
 * @param pairs pairs of entities
 * @param pairMonths months of pairs
 * @param sentencesPerPair sentences that show a pair
 * @param stances pairs of holder and target
 * @param evidencePerSide places that show one side of a stance
 * @param timelines entities with a line over time
 * @param bursts stretches of attention
 * @param agreements pairs of holders
 * @param troubles articles that were not annotated whole
 */
record Limits(
    int pairs,
    int pairMonths,
    int sentencesPerPair,
    int stances,
    int evidencePerSide,
    int timelines,
    int bursts,
    int agreements,
    int troubles) {
  static final Limits DEFAULT = new Limits(2500, 20_000, 3, 1500, 4, 150, 200, 1000, 50);
}
