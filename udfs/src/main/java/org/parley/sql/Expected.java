package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_expected(n_ab, n_a, n_b, n)}: {@link Contingency#expected()}. */
public final class Expected {
  public static final String NAME = "parley_expected";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, Expected.class, RETURN_TYPE, "windows with both that chance would give");

  private Expected() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).expected();
  }
}
