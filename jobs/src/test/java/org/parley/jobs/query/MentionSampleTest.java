package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MentionSampleTest {
  private static DuckDb mentions() throws SQLException {
    var tables = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    tables.query(
        "CREATE TABLE articles AS SELECT * FROM (VALUES"
            + " ('a1', 'A smile 😀 of' || chr(10) || 'Jane Roe today.'),"
            + " ('a2', 'Roe said so.')) t(article_id, text)");
    tables.query(
        "CREATE TABLE mentions AS SELECT *, 0.9 AS confidence FROM (VALUES"
            + " ('a1', 14, 22, 'per:jane_roe', 'name', 'full-name'),"
            + " ('a2', 0, 3, 'per:jane_roe', 'name', 'surname'))"
            + " t(article_id, \"begin\", \"end\", entity_id, kind, rule)");
    return tables;
  }

  @Test
  void showsAMentionOfTheRuleInItsText() throws Exception {
    try (var tables = mentions()) {
      var answer = new MentionSample(tables).draw("full-name", 50);
      assertThat(answer.columns()).endsWith("confidence", "context");
      assertThat(answer.rows()).hasSize(1);
      assertThat(answer.rows().get(0)).endsWith("A smile 😀 of [[Jane Roe]] today.");
    }
  }

  @Test
  void namesTheRulesThatThereAre() throws Exception {
    try (var tables = mentions()) {
      var sample = new MentionSample(tables);
      assertThatThrownBy(() -> sample.draw("guess", 50))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("--sample guess: no mention has that rule; there are full-name, surname");
    }
  }
}
