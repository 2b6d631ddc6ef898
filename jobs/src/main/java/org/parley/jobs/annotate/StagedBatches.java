package org.parley.jobs.annotate;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.SideBySide;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableWriter;
import org.parley.jobs.table.Warehouse;

/**
 * The batches of a run on their way into the tables annotations and document_status. A batch is
 * staged as a whole first; one that a killed run has staged but not yet added is added by the next
 * run, so that both tables always tell of the same texts.
 */
final class StagedBatches {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Path texts;
  private final Path batch;
  private final Path journal;
  private final FileSystem fs;

  StagedBatches(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
    var staging = new Path(warehouse.location(), "_staging");
    this.texts = new Path(staging, "annotate-texts");
    this.batch = new Path(staging, "annotate-batch");
    this.journal = new Path(staging, "annotate-journal");
    try {
      this.fs = staging.getFileSystem(spark.sparkContext().hadoopConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("warehouse " + warehouse.location(), e);
    }
  }

  /** Adds what a killed run has left. */
  void recover() {
    try {
      if (fs.exists(new Path(batch, "_SUCCESS"))) {
        var staged = spark.read().schema(AnnotateTexts.TYPE).parquet(batch.toString());
        addMissing(Table.ANNOTATIONS, annotated(staged));
        addMissing(Table.DOCUMENT_STATUS, staged);
      }
      clear();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void addMissing(Table table, Dataset<Row> staged) {
    var present =
        warehouse
            .readOrEmpty(table)
            .select(col("text_id").as("present_id"), col("pipeline").as("present_pipeline"));
    var missing =
        staged.join(
            present,
            col("text_id")
                .equalTo(col("present_id"))
                .and(col("pipeline").equalTo(col("present_pipeline"))),
            "left_anti");
    warehouse.append(table, missing.coalesce(1));
  }

  /** The pending texts, written batch by batch where there are several. */
  Dataset<Row> texts(Dataset<Row> pending, int batches) {
    if (batches == 1) {
      return pending;
    }
    TableWriter.parquet(pending.repartition(batches, col("batch")))
        .mode("overwrite")
        .partitionBy("batch")
        .parquet(texts.toString());
    return spark.read().schema(pending.schema()).parquet(texts.toString());
  }

  /** Annotates a batch, counts it and adds it to both tables. */
  void commit(Dataset<Row> rows, int files, BatchTotals totals) {
    var counts = new Observation();
    TableWriter.parquet(BatchTotals.observed(rows, counts))
        .mode("overwrite")
        .parquet(batch.toString());
    totals.add(counts);
    var staged = spark.read().schema(AnnotateTexts.TYPE).parquet(batch.toString());
    SideBySide.run(
        () -> warehouse.append(Table.ANNOTATIONS, annotated(staged).coalesce(files)),
        () -> warehouse.append(Table.DOCUMENT_STATUS, staged.coalesce(1)));
    try {
      fs.delete(batch, true);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static Dataset<Row> annotated(Dataset<Row> staged) {
    return staged.where(col("sentences").isNotNull());
  }

  /** The folder of what a JVM that dies leaves behind; it outlives the run that it belongs to. */
  String journal() {
    return journal.toString();
  }

  /** Deletes the journal, once every text has its row. */
  void clearJournal() {
    try {
      fs.delete(journal, true);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Deletes what is staged. */
  void clear() {
    try {
      fs.delete(batch, true);
      fs.delete(texts, true);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException("warehouse " + warehouse.location(), e);
  }
}
