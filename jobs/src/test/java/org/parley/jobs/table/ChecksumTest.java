package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;

@ExtendWith(LocalSpark.class)
class ChecksumTest {
  private static final Row ONE = reject("file:/a/x.txt", "empty_text", null);
  private static final Row TWO = reject("file:/a/y.txt", "binary", "PDF");

  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    warehouse = new Warehouse(spark, folder.toString());
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    assertThat(checksum(ONE, TWO)).isEqualTo(checksum(TWO, ONE));
  }

  @Test
  void theFolderOfTheInputDoesNotMatter() {
    assertThat(checksum(reject("hdfs://host:9000/b/x.txt", "empty_text", null)))
        .isEqualTo(checksum(ONE));
  }

  @Test
  void aDoubledRowShows() {
    assertThat(checksum(ONE, ONE)).isNotEqualTo(checksum(ONE));
    assertThat(checksum(ONE, ONE).digest()).isNotEqualTo(checksum(TWO, TWO).digest());
  }

  @Test
  void aNullInAnotherColumnShows() {
    assertThat(checksum(reject("file:/x.txt", null, "PDF")).digest())
        .isNotEqualTo(checksum(reject("file:/x.txt", "PDF", null)).digest());
  }

  @Test
  void theTimeThatATextTookDoesNotMatter() {
    assertThat(status(12)).isEqualTo(status(4000));
  }

  private Checksum checksum(Row... rows) {
    return checksum(Table.REJECTS, rows);
  }

  private Checksum status(long millis) {
    return checksum(
        Table.DOCUMENT_STATUS, RowFactory.create("t", "p", "ok", "annotate", millis, 10, 10, null));
  }

  private Checksum checksum(Table table, Row... rows) {
    warehouse.replace(table, spark.createDataFrame(List.of(rows), table.schema().structType()));
    return Checksum.of(warehouse, table);
  }

  private static Row reject(String uri, String reason, String detail) {
    return RowFactory.create(uri, 0L, "ingest", reason, detail);
  }
}
