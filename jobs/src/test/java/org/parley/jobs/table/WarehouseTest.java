package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    warehouse = new Warehouse(spark, folder.toString());

    assertThat(reasons()).containsExactly("kept");
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
