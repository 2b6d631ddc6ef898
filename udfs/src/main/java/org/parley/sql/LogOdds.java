package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_log_odds(n_ab, n_a, n_b, n)}: {@link Contingency#logOdds()}. */
public final class LogOdds {
  public static final String NAME = "parley_log_odds";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, LogOdds.class, RETURN_TYPE, "log odds ratio with 0.5 added to each cell");

  private LogOdds() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).logOdds();
  }
}
