package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_dice(n_ab, n_a, n_b, n)}: {@link Contingency#dice()}. */
public final class Dice {
  public static final String NAME = "parley_dice";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, Dice.class, RETURN_TYPE, "twice the windows with both over the sum of the margins");

  private Dice() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).dice();
  }
}
