package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_hypergeometric_p(n_ab, n_a, n_b, n)}: {@link Contingency#hypergeometricP()}. */
public final class HypergeometricP {
  public static final String NAME = "parley_hypergeometric_p";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME,
          HypergeometricP.class,
          RETURN_TYPE,
          "probability of as many common windows or more, given the margins");

  private HypergeometricP() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).hypergeometricP();
  }
}
