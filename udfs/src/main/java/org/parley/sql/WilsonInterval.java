package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.stats.Wilson;

/** {@code parley_wilson(share, n)}: the 95% interval of a share, {@link Wilson#interval}. */
public final class WilsonInterval {
  public static final String NAME = "parley_wilson";
  public static final DataType RETURN_TYPE =
      new StructType().add("low", DataTypes.DoubleType).add("high", DataTypes.DoubleType);

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          WilsonInterval.class,
          List.of(DataTypes.DoubleType, DataTypes.DoubleType),
          RETURN_TYPE,
          "95% interval of a share of n units");

  private WilsonInterval() {}

  /** What Spark calls. */
  public static InternalRow call(double share, double n) {
    var interval = Wilson.interval(share, n);
    return new GenericInternalRow(new Object[] {interval.low(), interval.high()});
  }
}
