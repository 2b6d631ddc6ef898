package org.parley.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.stats.ClusterStance;
import org.parley.stats.StancePosterior;

/**
 * {@code parley_stance_posterior(clusters)}: what is believed of a stance after an array of structs
 * (mass, favour, against), one for each near-duplicate cluster, {@link StancePosterior}. The order
 * of the array does not matter.
 */
public final class StancePosteriorOf {
  public static final String NAME = "parley_stance_posterior";
  public static final DataType RETURN_TYPE =
      new StructType()
          .add("favour_mass", DataTypes.DoubleType)
          .add("against_mass", DataTypes.DoubleType)
          .add("neutral_mass", DataTypes.DoubleType)
          .add("effective_clusters", DataTypes.DoubleType)
          .add("score", DataTypes.DoubleType)
          .add("score_sd", DataTypes.DoubleType)
          .add("ci_low", DataTypes.DoubleType)
          .add("ci_high", DataTypes.DoubleType)
          .add("p_favour", DataTypes.DoubleType)
          .add("verdict", DataTypes.StringType);

  private static final StructType CLUSTER =
      new StructType()
          .add("mass", DataTypes.DoubleType, false)
          .add("favour", DataTypes.DoubleType, false)
          .add("against", DataTypes.DoubleType, false);

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          StancePosteriorOf.class,
          List.of(DataTypes.createArrayType(CLUSTER, false)),
          RETURN_TYPE,
          "posterior, interval and verdict of a stance from its clusters (mass, favour, against)");

  private StancePosteriorOf() {}

  /** What Spark calls. */
  public static InternalRow call(ArrayData clusters) {
    var list = new ArrayList<ClusterStance>();
    for (int i = 0; i < clusters.numElements(); i++) {
      var row = clusters.getStruct(i, CLUSTER.size());
      list.add(new ClusterStance(row.getDouble(0), row.getDouble(1), row.getDouble(2)));
    }
    var posterior = StancePosterior.of(list);
    var interval = posterior.interval();
    return new GenericInternalRow(
        new Object[] {
          posterior.favourMass(),
          posterior.againstMass(),
          posterior.neutralMass(),
          posterior.effectiveClusters(),
          posterior.score(),
          posterior.scoreSd(),
          interval.low(),
          interval.high(),
          posterior.pFavour(),
          UTF8String.fromString(posterior.verdict().label())
        });
  }
}
