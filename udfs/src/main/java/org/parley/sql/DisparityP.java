package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.DisparityFilter;

/**
 * {@code parley_disparity_p(weight, strength_a, degree_a, strength_b, degree_b)}: {@link
 * DisparityFilter#pValue}.
 */
public final class DisparityP {
  public static final String NAME = "parley_disparity_p";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          DisparityP.class,
          List.of(
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.LongType,
              DataTypes.DoubleType,
              DataTypes.LongType),
          RETURN_TYPE,
          "p-value of an edge in the disparity filter");

  private DisparityP() {}

  /** The p-value of an edge; what Spark calls. */
  public static double call(
      double weight, double strengthA, long degreeA, double strengthB, long degreeB) {
    return DisparityFilter.pValue(weight, strengthA, degreeA, strengthB, degreeB);
  }
}
