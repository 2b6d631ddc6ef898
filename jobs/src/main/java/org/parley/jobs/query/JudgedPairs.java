package org.parley.jobs.query;

import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.jobs.cli.MissingPath;

/**
 * Holds who is meant against pairs of mentions of which a person has said whether both mean the
 * same. A pair is joined where the mentions that cover its places have one entity; of those that
 * are joined the share that should be is the precision, of those that should be the share that is
 * joined the recall.
 *
 * @param tables of the warehouse
 */
record JudgedPairs(SqlEngine tables) {
  private static final String COMPARE =
      """
      WITH pairs AS (
        SELECT row_number() OVER () AS pair, * FROM read_csv(?, header = true, types = {
          'article_a': 'VARCHAR', 'begin_a': 'INT', 'end_a': 'INT',
          'article_b': 'VARCHAR', 'begin_b': 'INT', 'end_b': 'INT', 'same': 'VARCHAR'})),
      places AS (
        SELECT pair, same, 'a' AS side, article_a AS article_id, begin_a AS b, end_a AS e FROM pairs
        UNION ALL
        SELECT pair, same, 'b', article_b, begin_b, end_b FROM pairs),
      meant AS (
        SELECT pair, same, side,
               min_by(entity_id, abs("begin" - b) + abs("end" - e)) AS entity_id
        FROM places LEFT JOIN mentions
          ON mentions.article_id = places.article_id AND "begin" < e AND "end" > b
             AND kind <> 'pronoun'
        GROUP BY pair, same, side),
      judged AS (
        SELECT pair, same = 'yes' AS same, count(entity_id) = 2 AS found,
               count(entity_id) = 2 AND count(DISTINCT entity_id) = 1 AS joined
        FROM meant GROUP BY pair, same)
      SELECT count(*) AS pairs,
             count(*) FILTER (found) AS found,
             count(*) FILTER (same) AS same,
             count(*) FILTER (joined) AS joined,
             round(100.0 * count(*) FILTER (same AND joined) / count(*) FILTER (joined), 1)
               AS "precision",
             round(100.0 * count(*) FILTER (same AND joined) / count(*) FILTER (same), 1) AS recall
      FROM judged
      """;

  /**
   * Counts and percentages in one row.
   *
   * @param file CSV with article_a, begin_a, end_a, article_b, begin_b, end_b (characters of the
   *     articles' texts) and same (yes or no)
   * @throws IllegalArgumentException if there is no such file or it has other columns
   */
  Answer compare(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(MissingPath.describe(file));
    }
    return tables.query(COMPARE, file.toAbsolutePath().toString());
  }
}
