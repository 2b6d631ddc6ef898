package org.parley.jobs.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a table was written as: it stands in {@code _parley.json} beside the Parquet files.
 *
 * @param format version of the way in which tables lie on disk; 0 where there is no such file
 * @param columns the columns with their types in Spark's DDL
 * @param written tells this writing of the table from every other; null if rows were added since
 * @param files how many Parquet files were written; null if files were added since
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record WrittenSchema(int format, Map<String, String> columns, String written, Integer files) {
  /** The version that is written, and the newest that is read. */
  static final int FORMAT = 1;

  private static final String FILE = "_parley.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is written by this Parley. */
  static WrittenSchema of(TableSchema schema) {
    return new WrittenSchema(FORMAT, columns(schema.structType()), null, null);
  }

  /** What Parquet files say of themselves, where nothing else does. */
  static WrittenSchema ofFiles(StructType type) {
    return new WrittenSchema(0, columns(type), null, null);
  }

  /** The same, of a table that is whole with so many files. */
  WrittenSchema withFiles(String name, int count) {
    return new WrittenSchema(format, columns, name, count);
  }

  private static Map<String, String> columns(StructType type) {
    var columns = new LinkedHashMap<String, String>();
    for (StructField field : type.fields()) {
      columns.put(field.name(), field.dataType().catalogString());
    }
    return columns;
  }

  /** Whether the file lies beside a table. */
  static boolean isIn(FileSystem fs, Path table) throws IOException {
    return fs.exists(new Path(table, FILE));
  }

  /** Reads the file beside a table; none where there is no such file, or none that can be read. */
  static Optional<WrittenSchema> read(FileSystem fs, Path table) throws IOException {
    try (var in = fs.open(new Path(table, FILE))) {
      return Optional.of(JSON.readValue(new String(in.readAllBytes(), UTF_8), WrittenSchema.class));
    } catch (FileNotFoundException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Writes the file beside a table. */
  void write(FileSystem fs, Path table) throws IOException {
    try (var out = fs.create(new Path(table, FILE), true)) {
      out.write(JSON.writeValueAsBytes(this));
    }
  }

  /** Why the table cannot be read by this Parley, if it cannot: what it is or lacks. */
  Optional<String> objection(TableSchema schema) {
    if (format > FORMAT) {
      return Optional.of("has format %d, and this Parley reads up to %d".formatted(format, FORMAT));
    }
    List<String> differences = new ArrayList<>();
    columns(schema.structType())
        .forEach(
            (name, type) -> {
              String written = columns.get(name);
              if (written == null) {
                differences.add("lacks the column " + name);
              } else if (!written.equals(type)) {
                differences.add("has %s as %s".formatted(name, shortened(written)));
              }
            });
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
  }

  private static String shortened(String type) {
    return type.length() <= 40 ? type : type.substring(0, 39) + "…";
  }
}
