package org.parley.jobs;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;

/** Hand-made tables of a few rows: columns that a test does not name are null. */
public final class Tables {
  private Tables() {}

  /** Rows of a table by SQL: a VALUES list and the names of its columns. */
  public static Dataset<Row> of(SparkSession spark, Table table, String columns, String... rows) {
    var given = List.of(columns.split(", "));
    var values =
        spark.sql("SELECT * FROM VALUES " + String.join(",\n", rows) + " AS t(" + columns + ")");
    for (TableSchema.Column column : table.schema().columns()) {
      if (!given.contains(column.name())) {
        values = values.withColumn(column.name(), functions.lit(null));
      }
      values =
          values.withColumn(
              column.name(), functions.col(column.name()).cast(DataType.fromDDL(column.type())));
    }
    return values;
  }
}
