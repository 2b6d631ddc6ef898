package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_npmi(n_ab, n_a, n_b, n)}: {@link Contingency#npmi()}. */
public final class Npmi {
  public static final String NAME = "parley_npmi";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, Npmi.class, RETURN_TYPE, "normalised pointwise mutual information, from -1 to 1");

  private Npmi() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).npmi();
  }
}
