package org.parley.jobs.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A folder of Parquet tables on any Hadoop file system. A table is written beside the old one and
 * takes its place by renames, so a killed run leaves the last good one. Who reads a table meanwhile
 * gets the old one or the new one, never part of one: its mark names the writing and the number of
 * its files, and what was found is held against it.
 */
public final class Warehouse {
  private final SparkSession spark;
  private final Path root;
  private final TableFolders folders;
  private final TableReader reader;
  private final TableWriter writer;
  private final Path madeFrom;
  private final Path annotated;
  private final Path journal;
  private final FileSystem fs;

  /** Opens the warehouse in a folder, which need not exist yet. */
  public Warehouse(SparkSession spark, String folder) {
    this.spark = spark;
    try {
      var path = new Path(folder);
      this.fs = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      this.root = fs.makeQualified(path);
      this.folders = new TableFolders(fs, root);
      this.reader = new TableReader(spark, folders);
      this.writer = new TableWriter(folders);
      this.madeFrom = new Path(folders.staging(), "made-from.sha256");
      this.annotated = new Path(folders.staging(), "annotate-batch");
      this.journal = new Path(folders.staging(), "annotate-journal");
    } catch (IOException e) {
      throw new UncheckedIOException("warehouse " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The folder, as a full URI. */
  public String location() {
    return root.toString();
  }

  /**
   * Takes the right to write, puts right what a killed run has left and deletes what it staged. A
   * batch that was annotated stays for the stage to add. Should another run take the right away,
   * all jobs of the session are cancelled.
   *
   * @throws WarehouseBusyException if another run writes, naming it
   */
  public WarehouseLock lock() {
    try {
      var lock = WarehouseLock.take(fs, folders.staging(), spark.sparkContext()::cancelAllJobs);
      clean();
      return lock;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the warehouse " + root + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** The folder of a table, as a full URI. */
  public String location(Table table) {
    try {
      return folders.present(table).toString();
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /** What all of it takes on its file system. */
  public long bytes() {
    try {
      return fs.getContentSummary(root).getLength();
    } catch (IOException e) {
      throw new UncheckedIOException(root + ": " + e.getMessage(), e);
    }
  }

  /** Whether the table has been written. */
  public boolean exists(Table table) {
    try {
      return folders.exists(table);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /**
   * The rows of a table.
   *
   * @throws IllegalArgumentException if it has not been written, or by a Parley whose tables had
   *     other columns, or lacks files, naming what to run
   */
  public Dataset<Row> read(Table table) {
    if (!exists(table)) {
      throw new IllegalArgumentException(
          "the warehouse "
              + root
              + " has no table "
              + table.tableName()
              + " yet; run `parley run` or the stage that writes it first");
    }
    objection(table)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(
                  "table %s in %s is of another version of Parley: it %s; %s"
                      .formatted(table.tableName(), root, objection, table.remedy()));
            });
    try {
      return reader.read(table);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /** Why a table that is there cannot be read, if it cannot. */
  public Optional<String> objection(Table table) {
    try {
      return reader.objection(table);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /**
   * What a table lacks of the files that it was written with: while another run exchanges it, or
   * because somebody lost some.
   */
  public Optional<String> lack(Table table) {
    try {
      return folders.lack(table);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /** The rows of a table, none if it has not been written. */
  public Dataset<Row> readOrEmpty(Table table) {
    return exists(table)
        ? read(table)
        : spark.createDataFrame(List.of(), table.schema().structType());
  }

  /** Writes a table in place of what it held. Columns are put in the schema's order and types. */
  public void replace(Table table, Dataset<Row> rows) {
    try {
      swap(table, writer.stage(table, rows));
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /**
   * Writes a table in place of what it held, but for the months that are to be made from what they
   * were made from: their files stay.
   *
   * @param rows rows of the other months
   * @param months digests of what each month is made from, see {@link #months}
   * @throws IllegalStateException if there are rows of a month that stays
   */
  public void replace(Table table, Dataset<Row> rows, Map<String, String> months) {
    var digests = new MonthDigests(months);
    try {
      Path staged = writer.stage(table, rows);
      MonthDigests.copy(
          fs, folders.present(table), staged, digests.equalIn(new MonthDigests(months(table))));
      digests.write(fs, staged);
      folders.mark(table, staged);
      swap(table, staged);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /**
   * Digests of what each month of a table was made from; none where they were not noted, or where
   * the table cannot be read or lacks files.
   */
  public Map<String, String> months(Table table) {
    try {
      return exists(table) && objection(table).isEmpty() && lack(table).isEmpty()
          ? MonthDigests.read(fs, folders.present(table)).byMonth()
          : Map.of();
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  private void swap(Table table, Path staged) throws IOException {
    fs.delete(madeFrom, false);
    folders.swap(table, staged);
  }

  /** Adds rows to a table that is not partitioned. Each new file appears whole or not at all. */
  public void append(Table table, Dataset<Row> rows) {
    if (!table.schema().partitionBy().isEmpty()) {
      throw new IllegalStateException(table.tableName() + " is partitioned: replace it");
    }
    if (exists(table)) {
      read(table);
    }
    try {
      Path staged = writer.stage(table, rows);
      Path folder = folders.path(table);
      fs.mkdirs(folder);
      WrittenSchema mark = WrittenSchema.of(table.schema());
      if (!folders.mark(table).equals(Optional.of(mark))) {
        mark.write(fs, folder);
      }
      for (FileStatus file : fs.listStatus(staged, file -> file.getName().endsWith(".parquet"))) {
        folders.rename(file.getPath(), new Path(folder, file.getPath().getName()));
      }
      fs.delete(staged, true);
    } catch (IOException e) {
      throw failure(table, e);
    }
  }

  /** The digest of what the tables were made from; none after any of them was written since. */
  public Optional<String> madeFrom() {
    try {
      if (!fs.exists(madeFrom)) {
        return Optional.empty();
      }
      try (var in = fs.open(madeFrom)) {
        return Optional.of(new String(in.readAllBytes(), UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(madeFrom + ": " + e.getMessage(), e);
    }
  }

  /** Notes the digest of what the tables, now complete, were made from. */
  public void noteMadeFrom(String digest) {
    try (var out = fs.create(madeFrom, true)) {
      out.write(digest.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(madeFrom + ": " + e.getMessage(), e);
    }
  }

  /** Puts back tables whose swap was interrupted; deletes what is staged. */
  private void clean() throws IOException {
    for (Table table : Table.values()) {
      folders.restore(table);
    }
    for (FileStatus left : fs.listStatus(folders.staging())) {
      Path path = left.getPath();
      if (!WarehouseLock.isPart(path)
          && !path.equals(madeFrom)
          && !path.equals(annotated)
          && !path.equals(journal)) {
        fs.delete(path, true);
      }
    }
  }

  private UncheckedIOException failure(Table table, IOException e) {
    return new UncheckedIOException(
        "table " + table.tableName() + " in " + root + ": " + e.getMessage(), e);
  }
}
