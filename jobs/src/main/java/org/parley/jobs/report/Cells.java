package org.parley.jobs.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the cells of a row by column name, null-safe, in the form in which the page holds them. */
record Cells(Row row) {
  private static final MathContext DIGITS = new MathContext(4);

  /** The rows of a query, each as something else. */
  static <T> List<T> rows(SparkSession spark, String sql, Function<Cells, T> read) {
    return spark.sql(sql).collectAsList().stream().map(row -> read.apply(new Cells(row))).toList();
  }

  /** Hands over the rows of a query, one by one. */
  static void each(SparkSession spark, String sql, Consumer<Cells> take) {
    spark.sql(sql).collectAsList().forEach(row -> take.accept(new Cells(row)));
  }

  /** Text, or the empty text for null. */
  String text(String column) {
    Object value = row.getAs(column);
    return value == null ? "" : value.toString();
  }

  /** A day as ISO date, or null. */
  String day(String column) {
    Object value = row.getAs(column);
    return value == null ? null : value.toString().substring(0, 10);
  }

  /** A count, 0 for null. */
  long count(String column) {
    Number value = row.getAs(column);
    return value == null ? 0 : value.longValue();
  }

  /** A measure with four significant digits, 0 for null and for what is no number. */
  double measure(String column) {
    Number value = row.getAs(column);
    return value == null || !Double.isFinite(value.doubleValue())
        ? 0
        : new BigDecimal(value.doubleValue()).round(DIGITS).doubleValue();
  }

  /** A truth value, false for null. */
  boolean flag(String column) {
    return Boolean.TRUE.equals(row.getAs(column));
  }
}
