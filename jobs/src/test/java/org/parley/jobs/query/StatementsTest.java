package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  @Test
  void semicolonsInTextsAndCommentsCutNothing() {
    assertThat(Statements.of("SELECT ';' AS \"a;b\"; -- one; two\n SELECT /* ; */ 2;\n-- end;"))
        .containsExactly("SELECT ';' AS \"a;b\"", "-- one; two\n SELECT /* ; */ 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "SELECT ';", "SELECT 1 -- ;", ""})
  void aStatementWithoutItsSemicolonGoesOn(String text) {
    assertThat(Statements.isComplete(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT 1; SELECT 2; ", "SELECT 1; -- done"})
  void aSemicolonEndsIt(String text) {
    assertThat(Statements.isComplete(text)).isTrue();
  }
}
