package org.parley.jobs.table;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Restores a warehouse from what is there: what cannot be read is set aside in {@code _damaged},
 * and what tells of annotations is brought to agree with them, so that the next run makes the rest
 * anew. Only the holder of the {@link WarehouseLock} may do so; taking it has put back interrupted
 * swaps.
 */
public final class WarehouseRepair {
  /** What a row of annotations and of document_status is told by. */
  private static final String[] KEY = {"text_id", "pipeline"};

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final FileSystem fs;
  private final List<String> done = new ArrayList<>();

  private WarehouseRepair(SparkSession spark, Warehouse warehouse) throws IOException {
    this.spark = spark;
    this.warehouse = warehouse;
    this.fs =
        new Path(warehouse.location()).getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /** Repairs the warehouse and says what was done, a line each; nothing if all was well. */
  public static List<String> run(SparkSession spark, Warehouse warehouse) {
    try {
      var repair = new WarehouseRepair(spark, warehouse);
      for (Table table : Table.values()) {
        if (warehouse.exists(table)) {
          repair.repair(table);
        }
      }
      repair.agree();
      return List.copyOf(repair.done);
    } catch (IOException e) {
      throw new UncheckedIOException("warehouse " + warehouse.location(), e);
    }
  }

  private void repair(Table table) throws IOException {
    var folder = new Path(warehouse.location(table));
    var objection = warehouse.objection(table).or(() -> warehouse.lack(table));
    if (objection.isPresent()) {
      setAside(table, folder, "it " + objection.get());
      return;
    }
    List<Path> damaged = damaged(table, folder);
    if (!damaged.isEmpty() && !isAppended(table)) {
      setAside(table, folder, damaged.size() + " of its files cannot be read");
      return;
    }
    for (Path file : damaged) {
      move(file, table.tableName());
      done.add(
          "%s: set aside the file %s, which cannot be read"
              .formatted(table.tableName(), file.getName()));
    }
    if (!WrittenSchema.isIn(fs, folder)) {
      WrittenSchema.of(table.schema()).write(fs, folder);
      done.add(table.tableName() + ": noted its schema");
    }
  }

  /** Whether rows are added run by run, so that the rest is of use without a file. */
  private static boolean isAppended(Table table) {
    return switch (table) {
      case ANNOTATIONS, DOCUMENT_STATUS, JOB_METRICS -> true;
      default -> false;
    };
  }

  private List<Path> damaged(Table table, Path folder) throws IOException {
    if (isReadable(table, folder)) {
      return List.of();
    }
    var damaged = new ArrayList<Path>();
    var files = fs.listFiles(folder, true);
    while (files.hasNext()) {
      LocatedFileStatus file = files.next();
      if (file.getPath().getName().endsWith(".parquet") && !isReadable(table, file.getPath())) {
        damaged.add(file.getPath());
      }
    }
    damaged.sort(null);
    return damaged;
  }

  private boolean isReadable(Table table, Path path) {
    try {
      spark
          .read()
          .schema(table.schema().structType())
          .parquet(path.toString())
          .write()
          .format("noop")
          .mode("overwrite")
          .save();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private void setAside(Table table, Path folder, String reason) throws IOException {
    move(folder, "");
    done.add(table.tableName() + ": set aside, for " + reason);
  }

  private void move(Path from, String below) throws IOException {
    var folder = new Path(warehouse.location(), "_damaged/" + below);
    fs.mkdirs(folder);
    var to = new Path(folder, from.getName());
    fs.delete(to, true);
    if (!fs.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** Each text has one row in either table, or none in both: then it is annotated again. */
  private void agree() {
    var status = warehouse.readOrEmpty(Table.DOCUMENT_STATUS);
    var annotated = keys(warehouse.readOrEmpty(Table.ANNOTATIONS));
    rewrite(
        Table.DOCUMENT_STATUS,
        status,
        status
            .where(col("status").isin("ok", "truncated"))
            .join(annotated, KEY, "left_semi")
            .unionByName(status.where(col("status").isin("timeout", "failed")))
            .dropDuplicates(KEY));
    var annotations = warehouse.readOrEmpty(Table.ANNOTATIONS);
    var known = keys(warehouse.readOrEmpty(Table.DOCUMENT_STATUS));
    rewrite(
        Table.ANNOTATIONS,
        annotations,
        annotations.join(known, KEY, "left_semi").dropDuplicates(KEY));
  }

  private void rewrite(Table table, Dataset<Row> rows, Dataset<Row> good) {
    long surplus = rows.count() - good.count();
    if (surplus > 0) {
      warehouse.replace(table, good);
      done.add(
          "%s: removed %,d rows that were doubled or had no counterpart"
              .formatted(table.tableName(), surplus));
    }
  }

  private static Dataset<Row> keys(Dataset<Row> rows) {
    return rows.select("text_id", "pipeline").distinct();
  }
}
