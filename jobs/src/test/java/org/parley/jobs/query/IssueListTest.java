package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.stance.Issues;

class IssueListTest {
  private static final Issues KNOWN =
      Issues.parse("- {id: toll, label: the toll, seeds: [toll]}", "known.yaml");

  private static DuckDb tables;

  @BeforeAll
  static void fill() throws SQLException {
    tables = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    tables.query(
        "CREATE TABLE stance_evidence AS SELECT * FROM (VALUES"
            + " ('gpe:oslo', 'issue:toll', 'issue', 1, false),"
            + " ('gpe:bergen', 'issue:toll', 'issue', -1, false),"
            + " ('gpe:molde', 'issue:toll', 'issue', -1, true))"
            + " t(holder_id, target_id, target_kind, polarity, struck)");
    tables.query(
        "CREATE TABLE open_targets AS SELECT * FROM (VALUES"
            + " ('open:gas_line', 'gas line', 3, 2, 1, 2, 3, [{'holder_id': 'gpe:oslo', 'polarity': -1,"
            + " 'evidence': 'Oslo opposes the \"new\" gas line', 'target_text': 'new gas line'}]),"
            + " ('open:toll', 'toll', 2, 1, 2, 0, 2, [{'holder_id': 'gpe:oslo', 'polarity': 1,"
            + " 'evidence': 'Oslo backs the toll', 'target_text': 'toll'}]),"
            + " ('open:ferry', 'ferry', 1, 1, 1, 0, 1, []))"
            + " t(group_id, label, cluster_count, holder_count, favour_count, against_count,"
            + " evidence_count, examples)");
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  private static IssueList list() {
    return new IssueList(tables, KNOWN);
  }

  @Test
  void knownIssuesShowWhatIsNotStruckOut() {
    assertThat(list().known(5))
        .isEqualTo(
            "toll                             the toll: 2 rows of evidence, 2 holders, 1 for, 1"
                + " against\n");
  }

  @Test
  void aSuggestionShowsTheWordsBehindIt() {
    assertThat(list().suggestions(1, 2))
        .isEqualTo(
            """
            # 3 independent texts, 2 holders; 1 rows for it, 2 against
            #   gpe:oslo against: "oslo opposes the "new" gas line"
            - id: gas_line
              label: "gas line"
              seeds: ["gas line", "new gas line"]

            """);
  }

  @Test
  void suggestionsCanBePastedAndTakeFreeIds() {
    var issues = Issues.parse(list().suggestions(9, 2), "mine.yaml").issues();
    assertThat(issues).extracting(issue -> issue.id()).containsExactly("gas_line", "toll_2");
  }

  @Test
  void whatTooFewTextsDisputeIsNotProposed() {
    assertThat(list().suggestions(9, 9))
        .isEqualTo("# no open target stands in 9 independent texts; try --min-texts 1\n");
  }
}
