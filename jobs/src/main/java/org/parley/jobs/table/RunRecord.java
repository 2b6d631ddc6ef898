package org.parley.jobs.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What the last whole run was, kept as {@code run.json} beside the tables: what a section on
 * methods has to name.
 *
 * @param version Parley's version
 * @param spark Spark's version
 * @param java Java's version
 * @param pipeline fingerprint of the pipeline, which names CoreNLP's version, models and limits
 * @param seeds fingerprint of entities, lexicon and issues
 * @param finished when the run ended, in UTC
 * @param arguments the command line
 */
public record RunRecord(
    String version,
    String spark,
    String java,
    String pipeline,
    String seeds,
    String finished,
    List<String> arguments) {
  private static final String FILE = "run.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Writes it in place of that of the run before. */
  public void write(SparkSession spark, Warehouse warehouse) {
    var file = new Path(warehouse.location(), FILE);
    try (var out =
        file.getFileSystem(spark.sparkContext().hadoopConfiguration()).create(file, true)) {
      out.write(JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The last whole run's, if there was one. */
  public static Optional<RunRecord> read(SparkSession spark, Warehouse warehouse) {
    var file = new Path(warehouse.location(), FILE);
    try {
      var system = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!system.exists(file)) {
        return Optional.empty();
      }
      try (var in = system.open(file)) {
        return Optional.of(JSON.readValue(in.readAllBytes(), RunRecord.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
