package org.parley.jobs.query;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;

/**
 * The statements that make the tables of a warehouse known to a query engine, over the Parquet
 * files where they lie. All engines read the same layout: a folder a table, and in it, where the
 * table is partitioned, a folder {@code month=2025-08} a month.
 */
enum Dialect {
  /** A view a table, for DuckDB. */
  duckdb {
    @Override
    String ddl(Table table, String folder) {
      return "CREATE OR REPLACE VIEW %s AS\nSELECT %s\nFROM read_parquet(%s, hive_partitioning = true, hive_types_autocast = false);\n"
          .formatted(
              quoted(table.tableName()),
              table.schema().columns().stream()
                  .map(column -> quoted(column.name()))
                  .collect(Collectors.joining(", ")),
              literal(folder + "/**/*.parquet"));
    }
  },

  /** Tables of Spark SQL's own kind, in a catalog of any sort. */
  spark {
    @Override
    String ddl(Table table, String folder) {
      TableSchema schema = table.schema();
      String name = "parley." + table.tableName();
      return "CREATE TABLE IF NOT EXISTS "
          + name
          + " (\n"
          + columns(schema.columns().stream(), this, " COMMENT ")
          + "\n)\nUSING parquet\n"
          + (schema.partitionBy().isEmpty()
              ? ""
              : "PARTITIONED BY ("
                  + schema.partitionBy().stream()
                      .map(this::quoted)
                      .collect(Collectors.joining(", "))
                  + ")\n")
          + "COMMENT "
          + literal(schema.description())
          + "\nLOCATION "
          + literal(folder)
          + ";\n"
          + (schema.partitionBy().isEmpty() ? "" : "MSCK REPAIR TABLE " + name + ";\n");
    }

    @Override
    String schemaDdl() {
      return "CREATE DATABASE IF NOT EXISTS parley;\n";
    }

    @Override
    String quoted(String name) {
      return '`' + name + '`';
    }

    @Override
    String literal(String text) {
      String quote = text.contains("'") ? "\"" : "'";
      return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote;
    }

    @Override
    String type(DataType type) {
      return hiveType(type);
    }
  },

  /** External tables of Trino's Hive connector, in its catalog {@code hive}. */
  trino {
    @Override
    String ddl(Table table, String folder) {
      TableSchema schema = table.schema();
      return "CREATE TABLE IF NOT EXISTS hive.parley."
          + quoted(table.tableName())
          + " (\n"
          + columns(schema.columns().stream(), this, " COMMENT ")
          + "\n)\nCOMMENT "
          + literal(schema.description())
          + "\nWITH (format = 'PARQUET', external_location = "
          + literal(folder)
          + (schema.partitionBy().isEmpty()
              ? ");\n"
              : ", partitioned_by = ARRAY["
                  + schema.partitionBy().stream()
                      .map(this::literal)
                      .collect(Collectors.joining(", "))
                  + "]);\nCALL hive.system.sync_partition_metadata('parley', "
                  + literal(table.tableName())
                  + ", 'FULL');\n");
    }

    @Override
    String schemaDdl() {
      return "CREATE SCHEMA IF NOT EXISTS hive.parley;\n";
    }

    @Override
    String type(DataType type) {
      if (type instanceof ArrayType array) {
        return "array(" + type(array.elementType()) + ")";
      }
      if (type instanceof StructType struct) {
        return fields(struct, this, field -> field + " ", "row(", ", ", ")");
      }
      return switch (type.typeName()) {
        case "string" -> "varchar";
        case "long" -> "bigint";
        case "timestamp" -> "timestamp(6)";
        default -> type.typeName();
      };
    }
  },

  /** External tables of Hive and of Amazon Athena. */
  hive {
    @Override
    String ddl(Table table, String folder) {
      TableSchema schema = table.schema();
      String name = "parley." + table.tableName();
      return "CREATE EXTERNAL TABLE IF NOT EXISTS "
          + name
          + " (\n"
          + columns(
              schema.columns().stream()
                  .filter(column -> !schema.partitionBy().contains(column.name())),
              this,
              " COMMENT ")
          + "\n)\nCOMMENT "
          + literal(schema.description())
          + (schema.partitionBy().isEmpty()
              ? ""
              : "\nPARTITIONED BY (\n"
                  + columns(
                      schema.columns().stream()
                          .filter(column -> schema.partitionBy().contains(column.name())),
                      this,
                      " COMMENT ")
                  + "\n)")
          + "\nSTORED AS PARQUET\nLOCATION "
          + literal(folder)
          + ";\n"
          + (schema.partitionBy().isEmpty() ? "" : "MSCK REPAIR TABLE " + name + ";\n");
    }

    @Override
    String schemaDdl() {
      return spark.schemaDdl();
    }

    @Override
    String quoted(String name) {
      return spark.quoted(name);
    }

    @Override
    String literal(String text) {
      return spark.literal(text);
    }

    @Override
    String type(DataType type) {
      return hiveType(type);
    }
  };

  /** The statement, or two, for a table whose files lie in a folder. */
  abstract String ddl(Table table, String folder);

  /** The statement that makes the place in which the tables are. */
  String schemaDdl() {
    return "";
  }

  /** A name, quoted since some columns are called as words of SQL. */
  String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as a literal. */
  String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The engine's name of a type. */
  String type(DataType type) {
    if (type instanceof ArrayType array) {
      return type(array.elementType()) + "[]";
    }
    if (type instanceof StructType struct) {
      return fields(struct, this, field -> field + " ", "STRUCT(", ", ", ")");
    }
    return switch (type.typeName()) {
      case "string" -> "VARCHAR";
      case "integer" -> "INTEGER";
      case "long" -> "BIGINT";
      default -> type.sql();
    };
  }

  /** What {@code parley describe --ddl} prints: all tables of a warehouse. */
  String script(String warehouse) {
    return schemaDdl()
        + Arrays.stream(Table.values())
            .map(table -> "\n" + ddl(table, warehouse + "/" + table.tableName()))
            .collect(Collectors.joining());
  }

  private static String hiveType(DataType type) {
    if (type instanceof ArrayType array) {
      return "array<" + hiveType(array.elementType()) + ">";
    }
    if (type instanceof StructType struct) {
      return fields(struct, spark, field -> field + ":", "struct<", ",", ">");
    }
    return type.catalogString();
  }

  private static String fields(
      StructType struct,
      Dialect dialect,
      UnaryOperator<String> name,
      String open,
      String separator,
      String close) {
    return Arrays.stream(struct.fields())
        .map(
            (StructField field) ->
                name.apply(dialect.quoted(field.name())) + dialect.type(field.dataType()))
        .collect(Collectors.joining(separator, open, close));
  }

  private static String columns(
      java.util.stream.Stream<TableSchema.Column> columns, Dialect dialect, String comment) {
    return columns
        .map(
            column ->
                "  "
                    + dialect.quoted(column.name())
                    + " "
                    + dialect.type(DataType.fromDDL(column.type()))
                    + comment
                    + dialect.literal(column.description()))
        .collect(Collectors.joining(",\n"));
  }
}
