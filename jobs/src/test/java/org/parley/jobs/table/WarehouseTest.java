package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;

@ExtendWith(LocalSpark.class)
class WarehouseTest {
  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open(SparkSession spark) {
    this.spark = spark;
    warehouse = new Warehouse(spark, folder.toString());
  }

  @Test
  void aTableThatWasReplacedHoldsOnlyTheNewRows() {
    warehouse.replace(Table.REJECTS, rejects("first"));
    warehouse.replace(Table.REJECTS, rejects("second"));

    assertThat(reasons()).containsExactly("second");
  }

  @Test
  void appendedRowsStandBesideTheOldOnes() {
    warehouse.append(Table.REJECTS, rejects("first"));
    warehouse.append(Table.REJECTS, rejects("second"));

    assertThat(reasons()).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void nothingIsLeftInTheStagingFolder() throws IOException {
    warehouse.replace(Table.REJECTS, rejects("first"));
    warehouse.replace(Table.REJECTS, rejects("second"));
    warehouse.append(Table.REJECTS, rejects("third"));

    try (var staged = Files.list(folder.resolve("_staging"))) {
      assertThat(staged.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void aTableWhoseSwapWasInterruptedIsPutBack() throws IOException {
    warehouse.replace(Table.REJECTS, rejects("kept"));
    Files.move(folder.resolve("rejects"), folder.resolve("_staging/replaced-rejects"));

    assertThat(reasons()).as("as a reader sees it").containsExactly("kept");
    warehouse.lock().close();
    assertThat(folder.resolve("rejects")).isDirectory();
    assertThat(reasons()).containsExactly("kept");
  }

  @Test
  void whatAKilledRunHasStagedIsDeletedExceptAnAnnotatedBatch() throws IOException {
    for (String left : List.of("articles-1", "annotate-texts", "annotate-batch")) {
      Files.createDirectories(folder.resolve("_staging").resolve(left));
    }

    warehouse.lock().close();

    assertThat(folder.resolve("_staging").toFile().list()).containsExactly("annotate-batch");
  }

  @Test
  void aSecondWriterIsTold() {
    var lock = warehouse.lock();

    assertThatThrownBy(warehouse::lock)
        .isInstanceOf(WarehouseBusyException.class)
        .hasMessageMatching(
            "the warehouse .* is being written by .*, process \\d+, since .*; wait for it to end"
                + " and start again");
    lock.close();
    warehouse.lock().close();
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws IOException {
    warehouse.lock().close();
    Files.writeString(
        folder.resolve("_staging/lock.json"),
        "{\"id\": \"x\", \"user\": \"u\", \"host\": \"%s\", \"pid\": 1, \"processStart\": \"long"
                .formatted(java.net.InetAddress.getLocalHost().getHostName())
            + " ago\", \"since\": \"long ago\"}");

    warehouse.lock().close();

    assertThat(folder.resolve("_staging/lock.json")).doesNotExist();
  }

  @Test
  void theLockOfASilentMachineIsTakenOver() throws IOException {
    warehouse.lock().close();
    var lock = folder.resolve("_staging/lock.json");
    Files.writeString(lock, "{\"id\": \"x\", \"host\": \"elsewhere\", \"pid\": 1}");

    assertThatThrownBy(warehouse::lock).isInstanceOf(WarehouseBusyException.class);
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    warehouse.lock().close();

    assertThat(lock).doesNotExist();
  }

  @Test
  void aTableOfANewerParleyIsRefused() throws IOException {
    warehouse.replace(Table.REJECTS, rejects("x"));
    mark("{\"format\": 2, \"columns\": {}, \"more\": 1}");

    assertThatThrownBy(() -> warehouse.read(Table.REJECTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has format 2, and this Parley reads up to 1; run `parley run`");
  }

  @Test
  void aTableOfOtherColumnsIsRefused() throws IOException {
    warehouse.replace(Table.REJECTS, rejects("x"));
    mark("{\"format\": 1, \"columns\": {\"input_uri\": \"string\", \"record_index\": \"int\"}}");

    assertThatThrownBy(() -> warehouse.read(Table.REJECTS))
        .hasMessageContaining(
            "it has record_index as int, lacks the column stage, lacks the column reason");
    assertThatThrownBy(() -> warehouse.append(Table.REJECTS, rejects("y")))
        .hasMessageContaining("of another version of Parley");
  }

  @Test
  void aTableWithoutAMarkIsReadIfItHasTheColumns() throws IOException {
    warehouse.replace(Table.REJECTS, rejects("x"));
    Files.delete(folder.resolve("rejects/_parley.json"));
    assertThat(reasons()).containsExactly("x");

    rejects("old").drop("detail").write().mode("overwrite").parquet(folder + "/rejects");
    assertThatThrownBy(() -> warehouse.read(Table.REJECTS))
        .hasMessageContaining("it lacks the column detail");
  }

  private void mark(String json) throws IOException {
    Files.writeString(folder.resolve("rejects/_parley.json"), json);
    Files.deleteIfExists(folder.resolve("rejects/._parley.json.crc"));
  }

  @Test
  void aFailedWriteLeavesTheLastGoodTable() {
    warehouse.replace(Table.REJECTS, rejects("kept"));
    Dataset<Row> broken = rejects("new").selectExpr("*").withColumn("reason", raise());

    assertThatThrownBy(() -> warehouse.replace(Table.REJECTS, broken)).hasMessageContaining("boom");
    assertThat(reasons()).containsExactly("kept");
  }

  @Test
  void aMissingTableSaysWhatToRun() {
    assertThatThrownBy(() -> warehouse.read(Table.QUOTES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no table quotes yet; run `parley run`");
  }

  @Test
  void rowsThatLackAColumnAreRefused() {
    assertThatThrownBy(() -> warehouse.replace(Table.REJECTS, rejects("x").drop("detail", "stage")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rows for rejects lack the columns [stage, detail]");
  }

  private static org.apache.spark.sql.Column raise() {
    return org.apache.spark.sql.functions.raise_error(org.apache.spark.sql.functions.lit("boom"));
  }

  private Dataset<Row> rejects(String reason) {
    return spark.createDataFrame(
        List.of(RowFactory.create("file:/a", 0L, "ingest", reason, "")),
        Table.REJECTS.schema().structType());
  }

  private List<String> reasons() {
    return warehouse.read(Table.REJECTS).collectAsList().stream()
        .map(row -> row.<String>getAs("reason"))
        .toList();
  }
}
