package org.parley.jobs.table;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
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
    rows.select(columns)
        .write()
        .option("compression", "zstd")
        .options(plainDoubles(schema.structType()))
        .partitionBy(schema.partitionBy().toArray(String[]::new))
        .parquet(staged.toString());
    folders.mark(table, staged);
    return staged;
  }

  /**
   * Options by which Parquet writes doubles as they are: to look each measure up in a dictionary,
   * only to find that it is new, takes longer than all else.
   */
  public static Map<String, String> plainDoubles(StructType type) {
    return Arrays.stream(type.fields())
        .filter(field -> field.dataType().equals(DataTypes.DoubleType))
        .collect(
            Collectors.toMap(field -> "parquet.enable.dictionary#" + field.name(), f -> "false"));
  }
}
