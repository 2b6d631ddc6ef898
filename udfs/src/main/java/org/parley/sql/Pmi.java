package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_pmi(n_ab, n_a, n_b, n)}: {@link Contingency#pmi()}. */
public final class Pmi {
  public static final String NAME = "parley_pmi";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(NAME, Pmi.class, RETURN_TYPE, "pointwise mutual information in bits");

  private Pmi() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).pmi();
  }
}
