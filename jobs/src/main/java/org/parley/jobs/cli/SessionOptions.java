package org.parley.jobs.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.LocalDisk;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;
import picocli.CommandLine.Option;

/** Options that every stage has: where the tables are and what it starts from. */
public final class SessionOptions {
  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

  /** Spark's 200 make a small machine spend its time on empty tasks. */
  private static final int SHUFFLE_PARTITIONS_PER_CORE = 4;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      description = "Folder of the tables, on any Hadoop file system (default: ${DEFAULT-VALUE}).")
  private String warehouse;

  @Option(
      names = "--seeds",
      paramLabel = "DIR",
      description = "Folder whose files replace the bundled entities, lexicon and issues.")
  private Path seeds;

  @Option(
      names = "--overrides",
      paramLabel = "DIR",
      description =
          "Folder with same.csv, different.csv, rename.csv, drop.csv, add.csv or strike.csv: what you"
              + " know of entities and evidence, which beats all rules.")
  private Path overrides;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: local[*]); scripts/parley hands it to spark-submit.")
  private String master;

  @Option(names = "--verbose", description = "Show Spark's own log, and stack traces.")
  private boolean verbose;

  /** The session of this JVM, with Parley's settings. */
  public SparkSession session(String work) {
    var builder = SparkSession.builder().appName("Parley " + work);
    if (master != null) {
      builder.master(master);
    }
    var session = configure(builder).getOrCreate();
    session.sparkContext().setLogLevel(verbose ? "INFO" : "ERROR");
    LocalDisk.use(session.sparkContext().hadoopConfiguration());
    if (!session.sparkContext().conf().contains(SHUFFLE_PARTITIONS)) {
      int cores = session.sparkContext().defaultParallelism();
      session.conf().set(SHUFFLE_PARTITIONS, (long) cores * SHUFFLE_PARTITIONS_PER_CORE);
    }
    return session;
  }

  /** Sets what results depend on, whoever makes the session. */
  public static SparkSession.Builder configure(SparkSession.Builder builder) {
    return builder
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        // Without it, what is cached keeps all shuffle partitions, hundreds of them empty.
        .config("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true")
        // All stages together have more classes than the 100 that Spark keeps, and a run that works
        // in batches or on several warehouses would compile the same ones again and again.
        .config("spark.sql.codegen.cache.maxEntries", "2000")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
  }

  /**
   * Does work that writes the warehouse, which no other run may write meanwhile.
   *
   * @throws org.parley.jobs.table.WarehouseBusyException if another run does
   * @throws StoppedException if it fails because the JVM is ending
   */
  public void writing(String work, Consumer<SparkSession> stage) {
    Interruption.during(() -> locked(work, stage), warehouse, System.err);
  }

  private void locked(String work, Consumer<SparkSession> stage) {
    var spark = session(work);
    var lock = warehouse(spark).lock();
    try {
      stage.accept(spark);
    } finally {
      lock.close();
    }
  }

  /** The warehouse that --warehouse names. */
  public Warehouse warehouse(SparkSession spark) {
    return new Warehouse(spark, warehouse);
  }

  /** Works from now on in another folder beside the one that --warehouse names. */
  public void useBeside(String suffix) {
    warehouse = warehouse.replaceAll("/+$", "") + suffix;
  }

  /** The folder that --warehouse names, as given. */
  public String warehouseFolder() {
    return warehouse;
  }

  /** The seeds that --seeds names, or the bundled ones, with the overrides. */
  public Seeds seeds() {
    var facts = seeds == null ? Seeds.bundled() : Seeds.at(seeds);
    return overrides == null ? facts : facts.withOverrides(overrides);
  }
}
