package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
class MonthDigestsTest {
  private static final Table TABLE = Table.COOCCURRENCE_STATES;

  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void write(SparkSession spark) {
    this.spark = spark;
    warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(
        TABLE, rows("2025-06 old", "2025-07 old"), Map.of("2025-06", "june", "2025-07", "july"));
  }

  private Dataset<Row> rows(String... monthsAndKinds) {
    return spark.createDataFrame(
        Arrays.stream(monthsAndKinds)
            .map(row -> row.split(" ", 2))
            .map(row -> RowFactory.create(row[1], "", 0, new byte[0], row[0]))
            .toList(),
        TABLE.schema().structType());
  }

  private List<String> read() {
    return warehouse.read(TABLE).selectExpr("concat(month, ' ', kind)").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void aMonthOfTheSameDigestStaysAndOthersAreReplaced() {
    warehouse.replace(
        TABLE,
        rows("2025-07 new", "2025-08 new"),
        Map.of("2025-06", "june", "2025-07", "july, corrected", "2025-08", "august"));

    assertThat(read()).containsExactly("2025-06 old", "2025-07 new", "2025-08 new");
    assertThat(warehouse.lack(TABLE)).isEmpty();
    assertThat(warehouse.months(TABLE))
        .containsOnlyKeys("2025-06", "2025-07", "2025-08")
        .containsEntry("2025-07", "july, corrected");
  }

  @Test
  void aMonthThatIsNoMoreIsGone() {
    warehouse.replace(TABLE, rows(), Map.of("2025-06", "june"));

    assertThat(read()).containsExactly("2025-06 old");
  }

  @Test
  void withoutDigestsNothingStays() {
    warehouse.replace(TABLE, rows("2025-08 new"));
    assertThat(warehouse.months(TABLE)).isEmpty();

    warehouse.replace(TABLE, rows("2025-07 new"), Map.of("2025-08", "august"));
    assertThat(read()).containsExactly("2025-07 new");
  }

  @Test
  void digestsThatCannotBeReadAreNone() throws IOException {
    Files.writeString(folder.resolve("cooccurrence_states/_months.json"), "{");
    Files.deleteIfExists(folder.resolve("cooccurrence_states/._months.json.crc"));

    assertThat(warehouse.months(TABLE)).isEmpty();
  }

  @Test
  void aTableThatLostAFileHasNone() throws IOException {
    try (var files = Files.walk(folder.resolve("cooccurrence_states/month=2025-06"))) {
      Files.delete(files.filter(file -> file.toString().endsWith(".parquet")).findFirst().get());
    }

    assertThat(warehouse.months(TABLE)).isEmpty();
  }

  @Test
  void rowsOfAMonthThatStaysAreRefused() {
    var doubled = rows("2025-06 new");
    var digests = Map.of("2025-06", "june");

    assertThatThrownBy(() -> warehouse.replace(TABLE, doubled, digests))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("month 2025-06 was made again, though its input is the same");
  }
}
