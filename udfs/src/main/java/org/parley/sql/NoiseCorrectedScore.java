package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.stats.NoiseCorrected;

/**
 * {@code parley_noise_corrected(weight, strength_a, strength_b, total)}: score and standard
 * deviation of an edge, {@link NoiseCorrected}. The total is the sum of all strengths.
 */
public final class NoiseCorrectedScore {
  public static final String NAME = "parley_noise_corrected";
  public static final DataType RETURN_TYPE =
      new StructType().add("score", DataTypes.DoubleType).add("sd", DataTypes.DoubleType);

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          NoiseCorrectedScore.class,
          List.of(
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType,
              DataTypes.DoubleType),
          RETURN_TYPE,
          "noise-corrected score of an edge and its standard deviation");

  private NoiseCorrectedScore() {}

  /** What Spark calls. */
  public static InternalRow call(double weight, double strengthA, double strengthB, double total) {
    var edge = NoiseCorrected.of(weight, strengthA, strengthB, total);
    return new GenericInternalRow(new Object[] {edge.score(), edge.sd()});
  }
}
