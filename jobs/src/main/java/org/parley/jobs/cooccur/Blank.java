package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;

/** Rows of a table of which some columns only are known. */
final class Blank {
  private Blank() {}

  /** Adds the columns of the table that are missing, with null. */
  static Dataset<Row> fill(Table table, Dataset<Row> rows) {
    var known = Arrays.asList(rows.columns());
    for (TableSchema.Column column : table.schema().columns()) {
      if (!known.contains(column.name())) {
        rows = rows.withColumn(column.name(), lit(null));
      }
    }
    return rows;
  }
}
