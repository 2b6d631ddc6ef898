package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static DuckDb tables;
  private static Explanation explanation;

  @BeforeAll
  static void fill() throws SQLException {
    var connection = DriverManager.getConnection("jdbc:duckdb:");
    tables = new DuckDb(connection);
    explanation = new Explanation(tables);
    table("entities", "('gpe:oslo', 'Oslo'), ('org:norden', 'Norden Pact')", "entity_id, name");
    table("entity_aliases", "('gpe:oslo', 'Oslo officials')", "entity_id, alias");
    table(
        "articles",
        "('a1', 'Courier', TIMESTAMP '2025-03-04 08:00:00', 'Pact in doubt'),"
            + " ('a2', 'Herald', NULL, NULL)",
        "article_id, source, published_at, title");
    table(
        "mentions",
        "('a1', 3, 10, 'gpe:oslo', 'Oslo', 'name'), ('a1', 3, 30, 'org:norden', 'the pact', 'head')",
        "article_id, sentence_index, \"begin\", entity_id, text, rule");
    table(
        "stance_evidence",
        "('a1', 3, 10, 'gpe:oslo', 'org:norden', -1, 0.8, -0.7, 'indirect', 'now', true,"
            + " 'accept.v', ['not'], ['per:ekdal'], 'Oslo will not accept the pact', false),"
            + " ('a2', 0, 0, 'gpe:oslo', 'org:norden', 1, 0.4, 0.5, 'act', 'past', false,"
            + " 'sign.v', [], [], 'Oslo signed the pact', true)",
        "article_id, sentence_index, \"begin\", holder_id, target_id, polarity, confidence, score,"
            + " channel, time, conditional, frame, operators, source_chain, evidence, struck");
    table(
        "stance_stats",
        "('gpe:oslo', 'org:norden', 'all', 'insufficient', -0.21, -0.9, 0.6, 0.253, 0.1, 0.7, 0.0,"
            + " 1, 1, DATE '2025-03-04', DATE '2025-03-04')",
        "holder_id, target_id, month, verdict, score, ci_low, ci_high, p_favour, favour_mass,"
            + " against_mass, neutral_mass, cluster_count, outlet_count, first_seen, last_seen");
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  private static void table(String name, String rows, String columns) {
    tables.query(
        "CREATE TABLE %s AS SELECT * FROM (VALUES %s) t(%s)".formatted(name, rows, columns));
  }

  @Test
  void givesVerdictAndEachPieceOfEvidence() {
    assertThat(explanation.of("Oslo", "Norden Pact", 20))
        .isEqualTo(
            """
            Oslo (gpe:oslo) on Norden Pact (org:norden)
            insufficient: score -0.21, 95% interval -0.90 to 0.60, P(for > against) 0.253
            texts: 0.1 for, 0.7 against, 0.0 undecided; 1 independent, 1 outlets, 2025-03-04 to 2025-03-04

            1. against, confidence 0.80, score -0.70: Courier, 2025-03-04, Pact in doubt
               "Oslo will not accept the pact"
               frame accept.v, not, indirect, now, conditional, as told by per:ekdal
               holder: "Oslo" by name; target: "the pact" by head
               article a1, sentence 3, begin 10

            2. for, confidence 0.40, score 0.50: Herald, undated
               "Oslo signed the pact"
               frame sign.v, act, past, struck out, counts nowhere
               holder: not named in the sentence (a pronoun, or who speaks); target: not named in the sentence (a pronoun, or who speaks)
               article a2, sentence 0, begin 0
            """);
  }

  @Test
  void knowsAliasesAndIds() {
    assertThat(explanation.of("oslo officials", "ORG:NORDEN", 1)).startsWith("Oslo (gpe:oslo) on");
  }

  @Test
  void showsTheSurestOnly() {
    assertThat(explanation.of("Oslo", "Norden Pact", 1)).contains("1. ").doesNotContain("2. ");
  }

  @Test
  void namesWhatIsNearAnUnknownHolder() {
    assertThatThrownBy(() -> explanation.of("Osl", "Norden Pact", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no holder of any stance is called 'Osl'; near are gpe:oslo");
  }

  @Test
  void saysWhereThereIsNoSuchTarget() {
    assertThatThrownBy(() -> explanation.of("Oslo", "tariffs", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no target of any stance is called 'tariffs'");
  }
}
