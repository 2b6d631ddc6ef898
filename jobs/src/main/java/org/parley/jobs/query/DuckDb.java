package org.parley.jobs.query;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.duckdb.DuckDBStruct;
import org.parley.jobs.table.Table;

/** The tables of a warehouse in DuckDB: one view a table, over its Parquet files where they lie. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a warehouse.
   *
   * @throws IllegalArgumentException if there is no such folder on this machine
   */
  static DuckDb open(String warehouse) throws SQLException {
    Path folder =
        Path.of(
            warehouse.startsWith("file:") ? warehouse.replaceFirst("^file:/*", "/") : warehouse);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there is no warehouse "
              + warehouse
              + " on this machine; `parley run` writes one, and --engine spark reads those elsewhere");
    }
    try {
      Class.forName("org.duckdb.DuckDBDriver");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    var duckDb = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    try (var statement = duckDb.connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      for (Table table : Table.values()) {
        statement.execute(view(table, folder.resolve(table.tableName())));
      }
    }
    return duckDb;
  }

  /** Runs a query. */
  Answer query(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var columns = new ArrayList<String>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnLabel(i));
      }
      var rows = new ArrayList<List<Object>>();
      while (result.next()) {
        rows.add(row(result, columns.size()));
      }
      return new Answer(columns, rows);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
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

  private static String view(Table table, Path folder) {
    StructType type = table.schema().structType();
    String columns =
        Arrays.stream(type.fields())
            .map(field -> quoted(field.name()))
            .collect(Collectors.joining(", "));
    return "CREATE VIEW "
        + quoted(table.tableName())
        + " AS "
        + (hasFiles(folder)
            ? "SELECT "
                + columns
                + " FROM read_parquet('"
                + folder.toAbsolutePath().toString().replace("'", "''")
                + "/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)"
            : "SELECT "
                + Arrays.stream(type.fields())
                    .map(
                        field ->
                            "CAST(NULL AS "
                                + duckType(field.dataType())
                                + ") AS "
                                + quoted(field.name()))
                    .collect(Collectors.joining(", "))
                + " WHERE false");
  }

  private static boolean hasFiles(Path folder) {
    var parquet = FileSystems.getDefault().getPathMatcher("glob:*.parquet");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.walk(folder)) {
      return files.anyMatch(file -> parquet.matches(file.getFileName()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String duckType(DataType type) {
    if (type instanceof ArrayType array) {
      return duckType(array.elementType()) + "[]";
    }
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields())
          .map((StructField field) -> quoted(field.name()) + " " + duckType(field.dataType()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    return switch (type.typeName()) {
      case "string" -> "VARCHAR";
      case "integer" -> "INTEGER";
      case "long" -> "BIGINT";
      default -> type.sql();
    };
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
