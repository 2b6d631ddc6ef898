package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_lift(n_ab, n_a, n_b, n)}: {@link Contingency#lift()}. */
public final class Lift {
  public static final String NAME = "parley_lift";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, Lift.class, RETURN_TYPE, "observed over expected windows with both");

  private Lift() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).lift();
  }
}
