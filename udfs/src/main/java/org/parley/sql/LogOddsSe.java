package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_log_odds_se(n_ab, n_a, n_b, n)}: {@link Contingency#logOddsSe()}. */
public final class LogOddsSe {
  public static final String NAME = "parley_log_odds_se";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, LogOddsSe.class, RETURN_TYPE, "standard error of the log odds ratio");

  private LogOddsSe() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).logOddsSe();
  }
}
