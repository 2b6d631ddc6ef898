package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_g2(n_ab, n_a, n_b, n)}: {@link Contingency#g2()}. */
public final class G2 {
  public static final String NAME = "parley_g2";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(NAME, G2.class, RETURN_TYPE, "signed log-likelihood ratio");

  private G2() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).g2();
  }
}
