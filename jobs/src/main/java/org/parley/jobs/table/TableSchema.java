package org.parley.jobs.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What a table holds: one JSON resource is at once its schema and its page of the data dictionary.
 *
 * @param name the table's name
 * @param description what a row is
 * @param partitionBy the partition columns, which are the last of the columns
 * @param columns all columns in order
 */
public record TableSchema(
    String name,
    String description,
    @JsonProperty("partition_by") List<String> partitionBy,
    List<Column> columns) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A column.
   *
   * @param name its name
   * @param type its type in Spark's DDL, e.g. {@code array<string>}
   * @param description what a value means
   * @param example a value
   * @param unit the unit of the value, or null
   */
  public record Column(String name, String type, String description, String example, String unit) {}

  static TableSchema load(String name) {
    try (var in = TableSchema.class.getResourceAsStream(name + ".json")) {
      return JSON.readValue(in, TableSchema.class);
    } catch (IOException e) {
      throw new UncheckedIOException("schema of the table " + name, e);
    }
  }

  /** The columns as Spark knows them; all may be null. */
  public StructType structType() {
    var type = new StructType();
    for (Column column : columns) {
      type = type.add(column.name(), DataType.fromDDL(column.type()));
    }
    return type;
  }
}
