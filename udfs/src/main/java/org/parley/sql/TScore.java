package org.parley.sql;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.Contingency;

/** {@code parley_t_score(n_ab, n_a, n_b, n)}: {@link Contingency#tScore()}. */
public final class TScore {
  public static final String NAME = "parley_t_score";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      SqlFunction.ofCounts(NAME, TScore.class, RETURN_TYPE, "t-score of the windows with both");

  private TScore() {}

  /** The measure of a table; what Spark calls. */
  public static double call(long nAb, long nA, long nB, long n) {
    return new Contingency(nAb, nA, nB, n).tScore();
  }
}
