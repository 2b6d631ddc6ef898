package org.parley.jobs.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.duckdb.DuckDBStruct;
import org.parley.jobs.cli.MissingPath;
import org.parley.jobs.table.Table;

/** The tables of a warehouse in DuckDB: one view a table, over its Parquet files where they lie. */
public final class DuckDb implements SqlEngine {
  /** The database of views that lies beside the tables. */
  static final String FILE = "parley.duckdb";

  /** The same views as statements, with paths from the warehouse, which may so be moved. */
  static final String SCRIPT = "views.sql";

  private final Connection connection;

  DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a warehouse.
   *
   * @throws IllegalArgumentException if there is no such folder on this machine, or no table in it
   */
  static SqlEngine open(String warehouse) {
    Path folder = folder(warehouse);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          MissingPath.describe(folder)
              + "; `parley run` writes a warehouse, and --engine spark reads those on other machines");
    }
    if (Arrays.stream(Table.values())
        .noneMatch(table -> Files.isDirectory(LocalTables.folder(folder, table)))) {
      throw new IllegalArgumentException(
          "the folder " + warehouse + " holds no table of Parley; `parley run` writes them");
    }
    try {
      var engine = connect("jdbc:duckdb:");
      try {
        return new SteadyTables(engine, folder.toAbsolutePath());
      } catch (RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(Statements.oneLine(e.getMessage()), e);
    }
  }

  /**
   * Writes the views beside the tables, as a database with the folder's present path and as a
   * script with paths from the folder. A warehouse that is not on this machine's disks gets none.
   */
  public static void writeViews(String warehouse) {
    Path folder = folder(warehouse);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Path made = Files.createTempDirectory(folder, "_views");
      try {
        Path file = made.resolve(FILE);
        try (var tables = connect("jdbc:duckdb:" + file)) {
          tables.view(folder.toRealPath(), List.of(Table.values()));
        }
        Files.move(file, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        Path script = Files.writeString(made.resolve(SCRIPT), script(folder));
        Files.move(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(made.resolve(FILE));
        Files.deleteIfExists(made.resolve(SCRIPT));
        Files.delete(made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the views in " + folder, e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the views in " + folder, e);
    }
  }

  @Override
  public Answer query(String sql, String... parameters) {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      if (!statement.execute()) {
        return new Answer(List.of(), List.of());
      }
      var result = statement.getResultSet();
      var columns = new ArrayList<String>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnLabel(i));
      }
      var rows = new ArrayList<List<Object>>();
      while (result.next()) {
        rows.add(row(result, columns.size()));
      }
      return new Answer(columns, rows);
    } catch (SQLException e) {
      throw new IllegalArgumentException(Statements.oneLine(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder(String warehouse) {
    return Path.of(
        warehouse.startsWith("file:") ? warehouse.replaceFirst("^file:/*", "/") : warehouse);
  }

  private static DuckDb connect(String url) throws SQLException {
    try {
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    var tables = new DuckDb(DriverManager.getConnection(url));
    tables.query("SET TimeZone = 'UTC'");
    return tables;
  }

  /** Makes the views of tables over the files that they have now. */
  void view(Path folder, List<Table> tables) {
    for (Table table : tables) {
      try (var statement = connection.createStatement()) {
        statement.execute(view(table, LocalTables.folder(folder, table)));
      } catch (SQLException e) {
        throw new IllegalArgumentException(
            "table %s in %s cannot be read, or is of another version of Parley (%s); %s"
                .formatted(
                    table.tableName(),
                    folder,
                    Statements.oneLine(e.getMessage()).replaceFirst("(?i) candidate .*", ""),
                    table.remedy()),
            e);
      }
    }
  }

  private static String script(Path folder) {
    var out = new StringBuilder();
    out.append("-- The tables as views. In this folder: duckdb -init ").append(SCRIPT).append('\n');
    for (Table table : Table.values()) {
      out.append('\n').append(view(table, table.tableName(), folder.resolve(table.tableName())));
    }
    return out.toString();
  }

  private static String view(Table table, Path folder) {
    return view(table, folder.toString(), folder);
  }

  /** A view over the files of a table; DuckDB refuses a pattern that no file fits. */
  private static String view(Table table, String location, Path folder) {
    if (!LocalTables.parquet(folder).isEmpty()) {
      return Dialect.duckdb.ddl(table, location);
    }
    return Arrays.stream(table.schema().structType().fields())
        .map(field -> "CAST(NULL AS " + type(field.dataType()) + ") AS " + quoted(field.name()))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE OR REPLACE VIEW " + quoted(table.tableName()) + " AS\nSELECT ",
                "\nWHERE false;\n"));
  }

  private static String type(DataType type) {
    return Dialect.duckdb.type(type);
  }

  private static String quoted(String name) {
    return Dialect.duckdb.quoted(name);
  }

  private static List<Object> row(ResultSet result, int width) throws SQLException {
    var row = new ArrayList<Object>();
    for (int i = 1; i <= width; i++) {
      row.add(value(result.getObject(i)));
    }
    return row;
  }

  private static Object value(Object value) throws SQLException {
    if (value instanceof Array array) {
      var items = new ArrayList<Object>();
      for (Object item : (Object[]) array.getArray()) {
        items.add(value(item));
      }
      return items;
    }
    if (value instanceof DuckDBStruct struct) {
      var map = new LinkedHashMap<String, Object>();
      for (var entry : struct.getMap().entrySet()) {
        map.put(entry.getKey(), value(entry.getValue()));
      }
      return map;
    }
    return value instanceof Struct struct ? Arrays.asList(struct.getAttributes()) : value;
  }
}
