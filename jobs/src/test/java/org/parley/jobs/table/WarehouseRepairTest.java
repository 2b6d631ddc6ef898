package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

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
class WarehouseRepairTest {
  @TempDir private Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open(SparkSession spark) {
    this.spark = spark;
    warehouse = new Warehouse(spark, folder.toString());
    warehouse.append(Table.ANNOTATIONS, annotation("a"));
    warehouse.append(Table.DOCUMENT_STATUS, status("a", "ok"));
  }

  @Test
  void aSoundWarehouseIsLeftAlone() {
    warehouse.append(Table.DOCUMENT_STATUS, status("b", "timeout"));

    assertThat(repair()).isEmpty();
  }

  @Test
  void rowsThatWereAddedTwiceAreThereOnceAgain() {
    warehouse.append(Table.ANNOTATIONS, annotation("a"));
    warehouse.append(Table.DOCUMENT_STATUS, status("a", "ok"));

    assertThat(repair())
        .containsExactly(
            "document_status: removed 1 rows that were doubled or had no counterpart",
            "annotations: removed 1 rows that were doubled or had no counterpart");
    assertThat(texts(Table.ANNOTATIONS)).containsExactly("a");
    assertThat(texts(Table.DOCUMENT_STATUS)).containsExactly("a");
  }

  @Test
  void aTextWithoutAnnotationIsToBeAnnotatedAgain() {
    warehouse.append(Table.DOCUMENT_STATUS, status("b", "ok"));
    warehouse.append(Table.ANNOTATIONS, annotation("c"));

    repair();

    assertThat(texts(Table.DOCUMENT_STATUS)).containsExactly("a");
    assertThat(texts(Table.ANNOTATIONS)).containsExactly("a");
  }

  @Test
  void anAnnotationFileThatIsCutOffIsSetAsideAndItsTextsAreAnnotatedAgain() throws IOException {
    warehouse.append(Table.ANNOTATIONS, annotation("b"));
    warehouse.append(Table.DOCUMENT_STATUS, status("b", "ok"));
    Path cut = files("annotations").get(0);
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 100));

    assertThat(repair())
        .contains(
            "annotations: set aside the file " + cut.getFileName() + ", which cannot be read");
    assertThat(folder.resolve("_damaged/annotations").resolve(cut.getFileName())).exists();
    assertThat(texts(Table.ANNOTATIONS)).hasSize(1).isEqualTo(texts(Table.DOCUMENT_STATUS));
  }

  @Test
  void aDerivedTableThatIsDamagedIsSetAsideAsAWhole() throws IOException {
    warehouse.replace(Table.REJECTS, rejects());
    Files.writeString(files("rejects").get(0), "no Parquet");

    assertThat(repair()).containsExactly("rejects: set aside, for 1 of its files cannot be read");
    assertThat(warehouse.exists(Table.REJECTS)).isFalse();
  }

  @Test
  void aTableOfAnotherVersionIsSetAside() throws IOException {
    warehouse.replace(Table.REJECTS, rejects());
    Files.writeString(folder.resolve("rejects/_parley.json"), "{\"format\": 9, \"columns\": {}}");
    Files.deleteIfExists(folder.resolve("rejects/._parley.json.crc"));

    assertThat(repair())
        .containsExactly("rejects: set aside, for it has format 9, and this Parley reads up to 1");
  }

  @Test
  void aTableWithoutAMarkGetsOne() throws IOException {
    Files.delete(folder.resolve("annotations/_parley.json"));

    assertThat(repair()).containsExactly("annotations: noted its schema");
    assertThat(folder.resolve("annotations/_parley.json")).exists();
  }

  private List<String> repair() {
    return WarehouseRepair.run(spark, warehouse);
  }

  private List<Path> files(String table) throws IOException {
    try (var files = Files.list(folder.resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private List<String> texts(Table table) {
    return warehouse.read(table).collectAsList().stream()
        .map(row -> row.<String>getAs("text_id"))
        .toList();
  }

  private Dataset<Row> annotation(String text) {
    return rows(Table.ANNOTATIONS, text, "p", new Row[0], new Row[0]);
  }

  private Dataset<Row> status(String text, String status) {
    return rows(Table.DOCUMENT_STATUS, text, "p", status, "annotate", 1L, 1, 1, null);
  }

  private Dataset<Row> rejects() {
    return rows(Table.REJECTS, "file:/a", 0L, "ingest", "binary", "");
  }

  private Dataset<Row> rows(Table table, Object... cells) {
    return spark
        .createDataFrame(List.of(RowFactory.create(cells)), table.schema().structType())
        .coalesce(1);
  }
}
