package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import scala.runtime.BoxedUnit;

/**
 * All SQL functions of Parley. Spark finds this class by itself (as a service of the class path)
 * and registers them in each session, so SQL needs no configuration.
 */
public final class ParleyFunctions implements SparkSessionExtensionsProvider {
  /** The functions, in the order of the documentation. */
  public static final List<SqlFunction> ALL =
      List.of(
          Expected.FUNCTION,
          Lift.FUNCTION,
          Pmi.FUNCTION,
          Npmi.FUNCTION,
          G2.FUNCTION,
          LogOdds.FUNCTION,
          LogOddsSe.FUNCTION,
          CiLow.FUNCTION,
          CiHigh.FUNCTION,
          Jaccard.FUNCTION,
          Dice.FUNCTION,
          TScore.FUNCTION,
          HypergeometricP.FUNCTION,
          DisparityP.FUNCTION,
          NoiseCorrectedScore.FUNCTION,
          DirichletLogOddsScore.FUNCTION,
          WilsonInterval.FUNCTION,
          StancePosteriorOf.FUNCTION,
          StanceRise.FUNCTION,
          CanonicalName.FUNCTION,
          Sections.FUNCTION,
          Quotations.FUNCTION);

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    ALL.forEach(function -> extensions.injectFunction(function.description()));
    return BoxedUnit.UNIT;
  }
}
