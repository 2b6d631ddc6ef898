package org.parley.jobs.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.TerminalBuilder;
import org.parley.jobs.cli.MissingPath;
import org.parley.jobs.cli.SessionOptions;
import org.parley.seed.UserFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley sql}: queries over the tables of a warehouse, in DuckDB or in Spark. */
@Command(
    name = "sql",
    description =
        "Query the tables with SQL: a query, a file of queries, standard input, or a prompt.")
public final class SqlCommand implements Callable<Integer> {
  enum EngineName {
    duckdb,
    spark
  }

  static final class Question {
    @Parameters(paramLabel = "QUERY", description = "The query, or several with semicolons.")
    private String query;

    @Option(names = "--file", paramLabel = "FILE", description = "A file that holds the query.")
    private Path file;
  }

  @ArgGroup(multiplicity = "0..1")
  private Question question;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  @Option(
      names = "--engine",
      defaultValue = "duckdb",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private EngineName engine;

  @Mixin private SessionOptions options;

  @Override
  public Integer call() throws IOException {
    try (SqlEngine tables = open()) {
      if (question != null) {
        answer(tables, question.query != null ? question.query : text(question.file));
      } else if (!Console.isInput()) {
        answer(tables, new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
      } else {
        try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
          new SqlPrompt(terminal, tables, format, Pager.ofEnvironment(), SqlPrompt.historyFile())
              .run();
        }
      }
    }
    return 0;
  }

  private SqlEngine open() {
    return switch (engine) {
      case duckdb -> DuckDb.open(options.warehouseFolder());
      case spark -> {
        var spark = options.session("sql");
        yield SparkTables.open(spark, options.warehouse(spark));
      }
    };
  }

  private void answer(SqlEngine tables, String sql) throws IOException {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var pager = format == AnswerFormat.table ? Pager.ofEnvironment() : Pager.none();
    for (String statement : Statements.of(sql)) {
      var text = new StringBuilder();
      format.print(tables.query(statement), text);
      pager.show(text.toString(), out);
      out.flush();
    }
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is none, naming what is there
   */
  static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(MissingPath.describe(file));
    }
    return UserFile.text(file);
  }
}
