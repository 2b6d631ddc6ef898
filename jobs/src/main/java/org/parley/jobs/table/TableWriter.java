package org.parley.jobs.table;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Writes tables beside those in place, with columns in the schema's order and types. */
public final class TableWriter {
  private final TableFolders folders;

  TableWriter(TableFolders folders) {
    this.folders = folders;
  }

  /** The new folder that has these rows and the table's mark, not yet in the table's place. */
  Path stage(Table table, Dataset<Row> rows) throws IOException {
    var schema = table.schema();
    var missing =
        schema.columns().stream()
            .map(TableSchema.Column::name)
            .filter(name -> !Arrays.asList(rows.columns()).contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "rows for " + table.tableName() + " lack the columns " + missing);
    }
    Column[] columns =
        schema.columns().stream()
            .map(column -> col(column.name()).cast(column.type()))
            .toArray(Column[]::new);
    Path staged = new Path(folders.staging(), table.tableName() + "-" + UUID.randomUUID());
    parquet(rows.select(columns))
        .partitionBy(schema.partitionBy().toArray(String[]::new))
        .parquet(staged.toString());
    folders.mark(table, staged);
    return staged;
  }

  /**
   * Rows on their way into Parquet files. Numbers stand for themselves, integers as differences: to
   * look each measure or place up in a dictionary, only to find that it is new, takes longer than
   * all else, and more room.
   */
  public static DataFrameWriter<Row> parquet(Dataset<Row> rows) {
    return rows.write()
        .option("compression", "zstd")
        .option("parquet.writer.version", "PARQUET_2_0")
        .options(
            numbers("", rows.schema())
                .collect(
                    Collectors.toMap(
                        path -> "parquet.enable.dictionary#" + path, path -> "false")));
  }

  /** The paths of all numbers of a type, as Parquet names them. */
  private static Stream<String> numbers(String path, DataType type) {
    if (type instanceof StructType struct) {
      String prefix = path.isEmpty() ? "" : path + ".";
      return Arrays.stream(struct.fields())
          .flatMap(field -> numbers(prefix + field.name(), field.dataType()));
    }
    if (type instanceof ArrayType array) {
      return numbers(path + ".list.element", array.elementType());
    }
    return type instanceof NumericType ? Stream.of(path) : Stream.empty();
  }
}
