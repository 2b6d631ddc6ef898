package org.parley.jobs.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** The tables of a warehouse in Spark: one temporary view a table. */
final class SparkTables implements SqlEngine {
  private final SparkSession spark;
  private final Warehouse warehouse;

  private SparkTables(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /** Opens a warehouse; a table that has not been written has no rows. */
  static SparkTables open(SparkSession spark, Warehouse warehouse) {
    var tables = new SparkTables(spark, warehouse);
    for (Table table : Table.values()) {
      try {
        tables.view(table);
      } catch (IllegalArgumentException e) {
        // A statement that names the table is told so; all others are answered.
      }
    }
    return tables;
  }

  private void view(Table table) {
    warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
  }

  @Override
  public Answer query(String sql, String... parameters) {
    LocalTables.named(sql).forEach(this::view);
    try {
      var result = spark.sql(sql.strip().replaceAll(";$", ""), (Object[]) parameters);
      var rows = new ArrayList<List<Object>>();
      for (Row row : result.collectAsList()) {
        rows.add(values(row));
      }
      return new Answer(List.of(result.columns()), rows);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(Statements.oneLine(e.getMessage()), e);
      }
      throw e;
    }
  }

  /** Leaves the session to whoever made it. */
  @Override
  public void close() {}

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
}
