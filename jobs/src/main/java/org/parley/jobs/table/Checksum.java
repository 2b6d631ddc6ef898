package org.parley.jobs.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What a table holds, as one number. It does not depend on the order of the rows, on how they lie
 * in files, on the folder that the input came from, or on how long anything took: two runs over the
 * same articles have equal checksums wherever they ran.
 *
 * @param table the table
 * @param rows how many rows it has
 * @param digest 16 hexadecimal digits: the sum, modulo 2^64, of the rows' hashes
 */
public record Checksum(Table table, long rows, String digest) {
  /** The tables that follow from the articles alone; the figures of runs do not. */
  public static final Set<Table> COMPARABLE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Table.JOB_METRICS)));

  /** Null fields are written, so that a null in one column is not a null in the next. */
  private static final Map<String, String> EXACT =
      Map.of("ignoreNullFields", "false", "timestampFormat", "yyyy-MM-dd HH:mm:ss.SSSSSS");

  /** The checksum of a table. */
  public static Checksum of(Warehouse warehouse, Table table) {
    Column[] columns =
        table.schema().columns().stream()
            .filter(column -> !"milliseconds".equals(column.unit()))
            .map(Checksum::wherever)
            .toArray(Column[]::new);
    Row row =
        warehouse
            .read(table)
            .select(xxhash64(to_json(struct(columns), EXACT)).cast("decimal(20,0)").as("hash"))
            .agg(count(lit(1)), sum(col("hash")))
            .first();
    long digest = row.isNullAt(1) ? 0 : ((BigDecimal) row.get(1)).toBigInteger().longValue();
    return new Checksum(table, row.getLong(0), String.format("%016x", digest));
  }

  /** A column; of the name of an input file only what follows the folder. */
  private static Column wherever(TableSchema.Column column) {
    return column.name().equals("input_uri")
        ? regexp_replace(col(column.name()), "^.*/", "").as(column.name())
        : col(column.name());
  }
}
