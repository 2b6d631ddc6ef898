package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_jaccard(n_ab, n_a, n_b, n)}: {@link Contingency#jaccard()}. */
public final class Jaccard {
  public static final String NAME = "parley_jaccard";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(
          NAME, Jaccard.class, RETURN_TYPE, "windows with both over windows with either");

  private Jaccard() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).jaccard();
  }
}
