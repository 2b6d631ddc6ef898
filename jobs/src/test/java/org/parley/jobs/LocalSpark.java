package org.parley.jobs;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.LocalDisk;

/** Gives tests the one local SparkSession of the JVM: {@code @ExtendWith(LocalSpark.class)}. */
public final class LocalSpark implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  /** The session, made at the first call and ended with the JVM. */
  public static SparkSession session() {
    var session =
        SessionOptions.configure(
                SparkSession.builder()
                    .master("local[2]")
                    .appName("tests")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "3")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1"))
            .getOrCreate();
    LocalDisk.use(session.sparkContext().hadoopConfiguration());
    return session;
  }
}
