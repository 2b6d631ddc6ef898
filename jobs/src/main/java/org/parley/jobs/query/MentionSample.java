package org.parley.jobs.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Mentions of one rule with the words around them, drawn so that a person who reads them learns how
 * often the rule is right. The draw is by a hash of article and place: everybody draws the same of
 * the same warehouse, and what is near in the corpus is not near in the sample.
 *
 * @param tables of the warehouse
 */
record MentionSample(SqlEngine tables) {
  private static final int BEFORE = 260;
  private static final int AFTER = 120;

  private static final String DRAW =
      """
      SELECT m.article_id, m."begin", m."end", m.entity_id, m.kind, m.confidence, a.text
      FROM mentions m JOIN articles a ON a.article_id = m.article_id
      WHERE m.rule = ?
      ORDER BY md5(m.article_id || ' ' || m."begin" || ' ' || m."end"), m.article_id, m."begin", m."end"
      LIMIT %d
      """;

  /**
   * The sample: article, begin, end, entity, kind, confidence, and the text around the mention,
   * which stands in double brackets there.
   *
   * @param size how many mentions at most
   * @throws IllegalArgumentException if no mention has that rule; the message names those there are
   */
  Answer draw(String rule, int size) {
    var drawn = tables.query(DRAW.formatted(size), rule);
    if (drawn.rows().isEmpty()) {
      throw new IllegalArgumentException(
          "--sample %s: no mention has that rule; there are %s".formatted(rule, rules()));
    }
    var columns = new ArrayList<>(drawn.columns());
    columns.set(columns.size() - 1, "context");
    return new Answer(columns, drawn.rows().stream().map(MentionSample::withContext).toList());
  }

  private String rules() {
    var rows = tables.query("SELECT DISTINCT rule FROM mentions ORDER BY rule").rows();
    return String.join(", ", rows.stream().map(row -> String.valueOf(row.get(0))).toList());
  }

  private static List<Object> withContext(List<Object> row) {
    int begin = ((Number) row.get(1)).intValue();
    int end = ((Number) row.get(2)).intValue();
    String text = (String) row.get(row.size() - 1);
    var out = new ArrayList<>(row);
    out.set(
        row.size() - 1,
        (text.substring(Math.max(0, begin - BEFORE), begin)
                + "[["
                + text.substring(begin, end)
                + "]]"
                + text.substring(end, Math.min(text.length(), end + AFTER)))
            .replaceAll("\\s+", " "));
    return out;
  }
}
