package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_ci_low(n_ab, n_a, n_b, n)}: {@link Contingency#logOddsInterval()}. */
public final class CiLow {
  public static final String NAME = "parley_ci_low";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, CiLow.class, RETURN_TYPE, "lower end of the log odds ratio's 95% interval");

  private CiLow() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).logOddsInterval().low();
  }
}
