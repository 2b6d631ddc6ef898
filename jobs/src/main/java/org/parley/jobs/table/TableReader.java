package org.parley.jobs.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads tables that another run may exchange meanwhile. Spark lists a table's files folder by
 * folder; the list counts if the table's mark is the same before and after, and it has as many
 * files as the mark says.
 */
final class TableReader {
  /** The longest of the pauses, each twice the one before, after which a reader looks again. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final SparkSession spark;
  private final TableFolders folders;

  TableReader(SparkSession spark, TableFolders folders) {
    this.spark = spark;
    this.folders = folders;
  }

  /**
   * The rows of a table that is there and may be read.
   *
   * @throws IllegalArgumentException if it stays incomplete
   */
  Dataset<Row> read(Table table) throws IOException {
    for (long pause = 10; pause < LONGEST_PAUSE.toMillis(); pause *= 2) {
      var rows = whole(table);
      if (rows.isPresent()) {
        return rows.get();
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while " + table.tableName() + " was read", e);
      }
    }
    throw new IllegalArgumentException(
        "table %s %s: start again when the run that writes it has ended; if none does, files were lost, and `parley doctor --repair` sets the table aside"
            .formatted(folders.path(table), folders.lack(table).orElse("changes all the time")));
  }

  /** The rows of one writing of a table; none if it was exchanged while its files were listed. */
  private Optional<Dataset<Row>> whole(Table table) throws IOException {
    var mark = folders.mark(table);
    Dataset<Row> rows;
    try {
      rows =
          spark
              .read()
              .schema(table.schema().structType())
              .parquet(folders.present(table).toString());
    } catch (Exception e) {
      if (e instanceof AnalysisException || e.getCause() instanceof FileNotFoundException) {
        return Optional.empty();
      }
      throw e;
    }
    boolean whole =
        mark.map(WrittenSchema::files).map(files -> files == rows.inputFiles().length).orElse(true);
    return whole && mark.equals(folders.mark(table)) ? Optional.of(rows) : Optional.empty();
  }

  /** Why a table that is there cannot be read by this Parley, if it cannot. */
  Optional<String> objection(Table table) throws IOException {
    var written = folders.mark(table);
    return (written.isPresent() ? written : ofFiles(table))
        .flatMap(schema -> schema.objection(table.schema()));
  }

  /** The columns of a table that bears no mark; none if it has no files. */
  private Optional<WrittenSchema> ofFiles(Table table) throws IOException {
    try {
      return Optional.of(
          WrittenSchema.ofFiles(spark.read().parquet(folders.present(table).toString()).schema()));
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
