package org.parley.jobs.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;

/**
 * Asks for statements and answers them, until {@code \q} or the end of the input. A statement ends
 * with a semicolon and may have several lines. The tab key completes tables, columns and words of
 * SQL; the history is kept in a file.
 */
final class SqlPrompt {
  private static final String PROMPT = "parley> ";
  private static final String HELP =
      """
      SELECT …;      a query, over as many lines as you like
      \\d             the tables
      \\d TABLE       the columns of a table
      \\i FILE        run the queries of a file
      \\format F      print answers as table, csv or jsonl
      \\q             leave (as does Ctrl-D); Ctrl-C drops the line
      """;

  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP",
          "ORDER",
          "BY",
          "LIMIT",
          "JOIN",
          "LEFT",
          "USING",
          "ON",
          "AND",
          "OR",
          "NOT",
          "IN",
          "AS",
          "WITH",
          "DISTINCT",
          "HAVING",
          "DESC",
          "count(*)",
          "sum(",
          "avg(",
          "round(",
          "coalesce(",
          "\\d",
          "\\i",
          "\\format",
          "\\q",
          "\\?");

  private final Terminal terminal;
  private final SqlEngine engine;
  private final Pager pager;
  private final LineReader reader;
  private AnswerFormat format;

  /**
   * A prompt on a terminal.
   *
   * @param history the file of earlier statements; it and its folder need not exist
   */
  SqlPrompt(Terminal terminal, SqlEngine engine, AnswerFormat format, Pager pager, Path history) {
    this.terminal = terminal;
    this.engine = engine;
    this.format = format;
    this.pager = pager;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("parley")
            .parser(new UntilSemicolon())
            .completer(new StringsCompleter(names()))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            // An exclamation mark is part of SQL, not a recall of the history.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** Answers until the user leaves. */
  void run() {
    terminal.writer().println("\\? for help, \\d for the tables, \\q to leave");
    while (true) {
      try {
        if (!answer(reader.readLine(PROMPT).strip())) {
          return;
        }
      } catch (UserInterruptException e) {
        terminal.writer().println("\\q to leave");
      } catch (EndOfFileException e) {
        return;
      } catch (IllegalArgumentException e) {
        terminal.writer().println(e.getMessage());
      }
      terminal.flush();
    }
  }

  /** Answers one input; false when it says to leave. */
  private boolean answer(String input) {
    if (!input.startsWith("\\")) {
      Statements.of(input).forEach(this::show);
      return true;
    }
    String[] words = input.replaceAll(";+$", "").strip().split("\\s+", 2);
    String operand = words.length > 1 ? words[1].strip() : "";
    switch (words[0]) {
      case "\\q" -> {
        return false;
      }
      case "\\d" ->
          pager.show(operand.isEmpty() ? tables() : columns(Table.of(operand)), terminal.writer());
      case "\\i" -> Statements.of(SqlCommand.text(Path.of(operand))).forEach(this::show);
      case "\\format" -> format = AnswerFormat.of(operand);
      case "\\?" -> terminal.writer().print(HELP);
      default ->
          throw new IllegalArgumentException(
              "there is no command " + words[0] + "; \\? lists them");
    }
    return true;
  }

  private void show(String statement) {
    var text = new StringBuilder();
    try {
      format.print(engine.query(statement), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pager.show(text.toString(), terminal.writer());
  }

  private static String tables() {
    return Arrays.stream(Table.values())
        .map(table -> "%-22s %s%n".formatted(table.tableName(), table.schema().description()))
        .collect(Collectors.joining());
  }

  private static String columns(Table table) {
    return DescribeCommand.plain(List.of(table));
  }

  private static List<String> names() {
    return Stream.of(
            Arrays.stream(Table.values()).map(Table::tableName),
            Arrays.stream(Table.values())
                .flatMap(table -> table.schema().columns().stream())
                .map(TableSchema.Column::name),
            WORDS.stream(),
            WORDS.stream().map(word -> word.toLowerCase(Locale.ROOT)))
        .flatMap(names -> names)
        .distinct()
        .sorted()
        .toList();
  }

  /** The history file of a user: in the folder that the XDG convention names. */
  static Path historyFile() {
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state == null || state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    Path history = folder.resolve("parley").resolve("history");
    try {
      Files.createDirectories(history.getParent());
    } catch (IOException e) {
      // A home that cannot be written to has no history; the prompt works without.
    }
    return history;
  }

  /** A line is read on until its statement ends; a command of the prompt is one line. */
  private static final class UntilSemicolon implements Parser {
    private final Parser words =
        new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      boolean command = line.isBlank() || line.strip().startsWith("\\");
      if (context == ParseContext.ACCEPT_LINE && !command && !Statements.isComplete(line)) {
        throw new EOFError(-1, cursor, "a statement ends with a semicolon", ";");
      }
      return words.parse(line, cursor, context);
    }
  }
}
