package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.fuzz.Mutations.bounded;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.parley.jobs.fuzz.Fuzz;
import org.parley.jobs.fuzz.Mutations;

/** What is typed as a query, or as a name to explain, is answered or refused, and never obeyed. */
class QueriesFuzzTest {
  private static final String SECRET = "not to be shown";
  private static DuckDb tables;

  @BeforeContainer
  static void open() throws SQLException {
    tables = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    tables.query("CREATE TABLE entities AS SELECT 'gpe:oslo' AS entity_id, 'Oslo' AS name");
    tables.query("CREATE TABLE entity_aliases AS SELECT 'gpe:oslo' AS entity_id, 'O' AS alias");
    tables.query(
        "CREATE TABLE stance_evidence AS SELECT '%s' AS holder_id, '%s' AS target_id"
            .formatted(SECRET, SECRET));
  }

  @AfterContainer
  static void close() {
    tables.close();
  }

  @Fuzz
  void aTextIsCutIntoStatementsWithoutLoss(@ForAll("queries") String text) {
    var statements = bounded(() -> Statements.of(text));

    int from = 0;
    for (String statement : statements) {
      int at = text.indexOf(statement, from);
      assertThat(at).isNotNegative();
      from = at + statement.length();
    }
  }

  @Fuzz
  void aQueryIsAnsweredOrRefused(@ForAll("queries") String query) {
    try {
      for (String statement : Statements.of(query)) {
        assertThat(bounded(() -> tables.query(statement))).isNotNull();
      }
    } catch (AssertionError e) {
      assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Fuzz
  void aNameToExplainIsANameAndNoSql(@ForAll("names") String name) {
    try {
      bounded(() -> new Explanation(tables).of(name, name, 1));
      throw new IllegalStateException("nobody has that name: " + name);
    } catch (AssertionError e) {
      assertThat(e.getCause())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("no holder of any stance is called '" + name + "'" + near(name));
    }
  }

  /** What is suggested for a part of the name that is there. */
  private static String near(String name) {
    var words = name.toLowerCase(Locale.ROOT).split("[%_\\\\\\s]+");
    boolean part = SECRET.matches(".*" + String.join(".*", quoted(words)) + ".*");
    return part && !String.join("", words).isEmpty() ? "; near are " + SECRET : "";
  }

  private static List<String> quoted(String... words) {
    return Arrays.stream(words).map(Pattern::quote).toList();
  }

  @Provide
  Arbitrary<String> queries() {
    return Mutations.ofText(
        List.of(
            "SELECT name FROM entities WHERE name = 'O''Hara' -- who;\nORDER BY 1;",
            "WITH a AS (SELECT \"name\", 1 AS n FROM entities) /* ; */ SELECT * FROM a; SELECT 2",
            "FROM entities"));
  }

  @Provide
  Arbitrary<String> names() {
    return Mutations.ofText(
        List.of(
            "Ekdal' OR '1' = '1",
            "\\' OR 1 = 1 --",
            "x') OR true; DROP TABLE entities; --",
            "\u2019 UNION SELECT holder_id, 1 FROM stance_evidence"));
  }
}
