package org.parley.jobs.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley sql}: a query over the tables of a warehouse, in DuckDB or in Spark. */
@Command(name = "sql", description = "Query the tables with SQL.")
public final class SqlCommand implements Callable<Integer> {
  enum Engine {
    duckdb,
    spark
  }

  static final class Question {
    @Parameters(paramLabel = "QUERY", description = "The query.")
    private String query;

    @Option(names = "--file", paramLabel = "FILE", description = "A file that holds the query.")
    private Path file;
  }

  @ArgGroup(multiplicity = "1")
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
  private Engine engine;

  @Mixin private SessionOptions options;

  @Override
  public Integer call() throws IOException, SQLException {
    String sql = question.query != null ? question.query : text(question.file);
    Answer answer =
        switch (engine) {
          case duckdb -> inDuckDb(sql);
          case spark -> inSpark(sql);
        };
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    format.print(answer, out);
    out.flush();
    return 0;
  }

  private Answer inDuckDb(String sql) throws SQLException {
    try (var duckDb = DuckDb.open(options.warehouseFolder())) {
      return duckDb.query(sql);
    } catch (SQLException e) {
      throw new IllegalArgumentException(oneLine(e.getMessage()), e);
    }
  }

  private Answer inSpark(String sql) {
    var spark = options.session("sql");
    var warehouse = options.warehouse(spark);
    for (Table table : Table.values()) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    try {
      var result = spark.sql(sql.strip().replaceAll(";$", ""));
      var rows = new ArrayList<List<Object>>();
      for (Row row : result.collectAsList()) {
        rows.add(values(row));
      }
      return new Answer(List.of(result.columns()), rows);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(oneLine(e.getMessage()), e);
      }
      throw e;
    }
  }

  private static List<Object> values(Row row) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < row.size(); i++) {
      values.add(value(row.get(i)));
    }
    return values;
  }

  private static Object value(Object value) {
    if (value instanceof Row row) {
      var map = new LinkedHashMap<String, Object>();
      for (int i = 0; i < row.size(); i++) {
        map.put(row.schema().fieldNames()[i], value(row.get(i)));
      }
      return map;
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      var list = new ArrayList<Object>();
      for (int i = 0; i < seq.size(); i++) {
        list.add(value(seq.apply(i)));
      }
      return list;
    }
    return value;
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    return Files.readString(file);
  }

  private static String oneLine(String message) {
    return String.join(
        " ",
        Arrays.stream(message.split("\\R"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .limit(4)
            .toList());
  }
}
