package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.stats.DirichletLogOdds;

/**
 * {@code parley_dirichlet_log_odds(y1, n1, y2, n2, prior, prior_all)}: how much more slice 1 of a
 * corpus speaks of a thing than slice 2, {@link DirichletLogOdds}.
 */
public final class DirichletLogOddsScore {
  public static final String NAME = "parley_dirichlet_log_odds";
  public static final DataType RETURN_TYPE =
      new StructType()
          .add("delta", DataTypes.DoubleType)
          .add("z", DataTypes.DoubleType)
          .add("ci_low", DataTypes.DoubleType)
          .add("ci_high", DataTypes.DoubleType);

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          DirichletLogOddsScore.class,
          List.of(
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType),
          RETURN_TYPE,
          "difference of log odds between two slices, with z and 95% interval");

  private DirichletLogOddsScore() {}

  /** What Spark calls. */
  public static InternalRow call(
      double y1, double n1, double y2, double n2, double prior, double priorAll) {
    var odds = DirichletLogOdds.of(y1, n1, y2, n2, prior, priorAll);
    var interval = odds.interval();
    return new GenericInternalRow(
        new Object[] {odds.delta(), odds.z(), interval.low(), interval.high()});
  }
}
