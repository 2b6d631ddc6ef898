package org.parley.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.parley.jobs.ingest.IngestJob.Config;

/** The records of the input files, or of a sample of them, read and prepared by all cores. */
final class InputRecords {
  private final SparkSession spark;
  private final Config config;
  private final List<InputFile> files;
  private final LongAccumulator bytesRead;

  /**
   * Lists the input files.
   *
   * @throws IllegalArgumentException if an input does not exist
   */
  InputRecords(SparkSession spark, Config config) {
    this.spark = spark;
    this.config = config;
    this.bytesRead = spark.sparkContext().longAccumulator("bytes of a sample");
    try {
      this.files = InputFiles.list(config.inputs(), spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the inputs: " + e.getMessage(), e);
    }
  }

  /** Number of input files. */
  int files() {
    return files.size();
  }

  /** Bytes of all input files, as they lie on the disk. */
  long bytes() {
    return files.stream().mapToLong(InputFile::length).sum();
  }

  /** The share of the bytes that was read, known when the rows are: 1 unless it is a sample. */
  double share() {
    return config.sample() == Config.ALL || bytes() == 0
        ? 1
        : Math.min(1, (double) bytesRead.value() / bytes());
  }

  /** One row a record: {@link Preparation#SCHEMA}. */
  Dataset<Row> rows() {
    var context = new JavaSparkContext(spark.sparkContext());
    var hadoop =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    var seeds = context.broadcast(config.seeds());
    var fields = Fields.with(config.columns());
    var limits = new Limits(config.recordBytes(), Limits.DEFAULT.fileBytes());
    Cleaning cleaning = config.cleaning();
    LongAccumulator bytes = bytesRead;
    int cores = context.defaultParallelism();
    var packs = sampled(InputFiles.pack(files, cores));
    int each =
        config.sample() == Config.ALL
            ? Integer.MAX_VALUE
            : (config.sample() + packs.size() - 1) / packs.size();
    JavaRDD<InputRecord> records =
        context
            .parallelize(packs, packs.size())
            .flatMap(
                pack ->
                    new SampledRecords(
                        IteratorUtils.transformedIterator(
                            pack.iterator(),
                            file -> new FileRecords(file, hadoop.value().value(), fields, limits)),
                        each,
                        bytes::add));
    // A few large files are read by few tasks; all cores share the work that follows.
    JavaRDD<InputRecord> shared =
        packs.size() < 2 * cores ? records.repartition(2 * cores) : records;
    JavaRDD<Row> rows =
        shared.mapPartitions(
            part -> {
              var preparation = new Preparation(seeds.value(), cleaning);
              return IteratorUtils.transformedIterator(part, preparation::row);
            });
    return spark.createDataFrame(rows, Preparation.SCHEMA);
  }

  /** Groups of files spread evenly over all, no more of them than records are asked for. */
  private List<List<InputFile>> sampled(List<List<InputFile>> packs) {
    int sample = config.sample();
    if (sample == Config.ALL || packs.size() <= sample) {
      return packs;
    }
    return IntStream.range(0, sample)
        .mapToObj(i -> packs.get((int) ((long) i * packs.size() / sample)))
        .toList();
  }
}
