package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.parley.stats.StancePosterior;

/** {@code parley_stance_rise(score, sd, later_score, later_sd)}: {@link StancePosterior#pRise}. */
public final class StanceRise {
  public static final String NAME = "parley_stance_rise";
  public static final DataType RETURN_TYPE = DataTypes.DoubleType;

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          StanceRise.class,
          List.of(
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType),
          RETURN_TYPE,
          "probability that a stance's score rose from one posterior (mean, sd) to another");

  private StanceRise() {}

  /** The probability; what Spark calls. */
  public static double call(double score, double sd, double laterScore, double laterSd) {
    return StancePosterior.pRise(score, sd, laterScore, laterSd);
  }
}
