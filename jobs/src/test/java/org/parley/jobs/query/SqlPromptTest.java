package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPromptTest {
  @TempDir private Path folder;

  @Test
  void aStatementMayHaveSeveralLines() throws IOException {
    assertThat(printed("SELECT 40\n+ 2\n;\n")).contains("SELECT 40 + 2 answered");
  }

  @Test
  void backslashDListsTheTables() throws IOException {
    assertThat(printed("\\d\n")).contains("stance_stats").contains("entity_aliases");
  }

  @Test
  void backslashDWithATableListsItsColumns() throws IOException {
    assertThat(printed("\\d entity_aliases\n")).contains("alias").doesNotContain("p_favour");
  }

  @Test
  void anErrorIsOneLineAndThePromptGoesOn() throws IOException {
    assertThat(printed("\\d nothing\nSELECT 1;\n"))
        .contains("there is no table nothing; the tables are articles,")
        .contains("SELECT 1 answered");
  }

  @Test
  void anUnknownCommandIsNamed() throws IOException {
    assertThat(printed("\\x\n")).contains("there is no command \\x; \\? lists them");
  }

  @Test
  void theFormatCanBeChanged() throws IOException {
    assertThat(printed("\\format csv\nSELECT 1;\n")).contains("question\nSELECT 1 answered\n");
  }

  @Test
  void backslashIRunsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("two.sql"), "SELECT 1; SELECT 2;");
    assertThat(printed("\\i " + file + "\n")).contains("SELECT 1 answered", "SELECT 2 answered");
  }

  @Test
  void nothingAfterBackslashQIsRead() throws IOException {
    assertThat(printed("\\q\nSELECT 1;\n")).doesNotContain("answered");
  }

  @Test
  void theTabKeyCompletesANameThatOnlyOneTableHas() throws IOException {
    assertThat(printed("xterm", "SELECT * FROM actor_cong\t;\n"))
        .contains("SELECT * FROM actor_congruence answered");
  }

  @Test
  void statementsAreKeptForTheNextTime() throws IOException {
    printed("SELECT 'kept';\n");
    assertThat(Files.readString(history())).contains("SELECT 'kept';");
  }

  private Path history() {
    return folder.resolve("history");
  }

  /** What the prompt prints on a terminal of no abilities when this is typed. */
  private String printed(String typed) throws IOException {
    return printed(Terminal.TYPE_DUMB, typed);
  }

  private String printed(String type, String typed) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var terminal =
        new DumbTerminal(
            "test",
            type,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            out,
            StandardCharsets.UTF_8)) {
      new SqlPrompt(terminal, new Echo(), AnswerFormat.table, Pager.none(), history()).run();
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  /** Answers a query with itself. */
  private static final class Echo implements SqlEngine {
    @Override
    public Answer query(String sql, String... parameters) {
      String line = sql.replaceAll("\\s+", " ").strip();
      return new Answer(List.of("question"), List.of(List.of(line + " answered")));
    }

    @Override
    public void close() {}
  }
}
