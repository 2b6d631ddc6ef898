package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedPairsTest {
  private static final Path JUDGED =
      Path.of("src/test/resources/org/parley/jobs/query/allsides-2016-pairs.csv");
  private static final String HEADER = "article_a,begin_a,end_a,article_b,begin_b,end_b,same";

  private static DuckDb mentions() throws SQLException {
    var tables = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    tables.query(
        "CREATE TABLE mentions AS SELECT * FROM (VALUES ('a1', 0, 8, 'per:jane_roe', 'name'),"
            + " ('a1', 0, 4, 'per:jane', 'name'), ('a2', 5, 8, 'per:jane_roe', 'name'),"
            + " ('a2', 20, 23, 'per:max_roe', 'name'), ('a3', 4, 6, 'per:jane_roe', 'pronoun'))"
            + " t(article_id, \"begin\", \"end\", entity_id, kind)");
    return tables;
  }

  @Test
  void countsThePairsThatAreJoinedAsTheyShould(@TempDir Path folder) throws Exception {
    var file =
        Files.write(
            folder.resolve("pairs.csv"),
            List.of(
                HEADER,
                "a1,0,8,a2,5,8,yes",
                "a1,0,8,a2,20,23,no",
                "a2,5,8,a1,1,8,no",
                "a1,0,8,a2,19,23,yes",
                "a1,0,8,a3,4,6,yes"));
    try (var tables = mentions()) {
      var answer = new JudgedPairs(tables).compare(file);
      assertThat(answer.columns())
          .containsExactly("pairs", "found", "same", "joined", "precision", "recall");
      assertThat(answer.rows()).containsExactly(List.of(5L, 4L, 3L, 2L, 50.0, 33.3));
    }
  }

  @Test
  void namesAFileThatIsNotThere() throws Exception {
    try (var tables = mentions()) {
      assertThatThrownBy(() -> new JudgedPairs(tables).compare(Path.of("none.csv")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("none.csv");
    }
  }

  @Test
  void areAtLeast150OfWhichBothKindsAreMany() throws IOException {
    var rows = Files.readAllLines(JUDGED);
    assertThat(rows.get(0)).isEqualTo(HEADER);
    var judged = rows.subList(1, rows.size());
    assertThat(judged)
        .hasSizeGreaterThanOrEqualTo(150)
        .doesNotHaveDuplicates()
        .allMatch(row -> row.matches("[0-9a-f]{32},\\d+,\\d+,[0-9a-f]{32},\\d+,\\d+,(yes|no)"));
    assertThat(judged).filteredOn(row -> row.endsWith(",no")).hasSizeGreaterThan(50);
  }
}
