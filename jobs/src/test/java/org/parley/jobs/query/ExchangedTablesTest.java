package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** What readers see of tables which are exchanged meanwhile: the old one or the new one. */
@ExtendWith(LocalSpark.class)
final class ExchangedTablesTest {
  private static final String COUNT = "SELECT count(*) FROM quotes";
  private static final long OLD = 2;
  private static final long NEW = 5;
  private static final int EXCHANGES = 40;

  @TempDir private Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void write(SparkSession spark) {
    this.spark = spark;
    warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(Table.QUOTES, quotes("01", "02"));
  }

  @Test
  void duckDbNeverSeesHalfATable() throws IOException {
    try (var tables = DuckDb.open(folder.toString())) {
      assertThat(seenWhileExchanged(() -> (long) tables.query(COUNT).rows().get(0).get(0)))
          .isSubsetOf(OLD, NEW);
    }
  }

  @Test
  void sparkNeverSeesHalfATable() throws IOException {
    // Spark lists the files when a table is read; to count its rows can fail when they are gone.
    assertThat(seenWhileExchanged(() -> (long) warehouse.read(Table.QUOTES).inputFiles().length))
        .isSubsetOf(OLD, NEW);
  }

  @Test
  void aTableWhoseExchangeWasInterruptedIsReadWhereItLies() throws IOException {
    try (var tables = DuckDb.open(folder.toString())) {
      Files.move(folder.resolve("quotes"), folder.resolve("_staging/replaced-quotes"));
      assertThat(tables.query(COUNT).rows()).containsExactly(List.of(OLD));
    }
    try (var tables = DuckDb.open(folder.toString())) {
      assertThat(tables.query(COUNT).rows()).containsExactly(List.of(OLD));
      Files.move(folder.resolve("_staging/replaced-quotes"), folder.resolve("quotes"));
      assertThat(tables.query(COUNT).rows()).containsExactly(List.of(OLD));
    }
  }

  @Test
  void aTableThatLostAFileIsRefused() throws IOException {
    Files.delete(LocalTables.parquet(folder.resolve("quotes")).get(0));

    assertThatThrownBy(() -> warehouse.read(Table.QUOTES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quotes has 1 of the 2 files it was written with: start again when");
    assertThat(warehouse.lack(Table.QUOTES)).isPresent();
  }

  @Test
  void aTableOfAnotherVersionIsRefusedAndTheOthersAreRead() {
    warehouse.replace(
        Table.REJECTS, Tables.of(spark, Table.REJECTS, "reason, record_index", "('x', 1)"));
    spark
        .sql("SELECT 1 AS article")
        .write()
        .parquet(folder.resolve(Table.MENTIONS.tableName()).toString());

    for (boolean inSpark : List.of(false, true)) {
      try (var tables =
          inSpark ? SparkTables.open(spark, warehouse) : DuckDb.open(folder.toString())) {
        assertThat(tables.query("SELECT reason AS reason FROM rejects").rows())
            .containsExactly(List.of("x"));
        assertThatThrownBy(() -> tables.query("SELECT count(*) FROM mentions"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("table mentions in ")
            .hasMessageContaining("of another version of Parley")
            .hasMessageEndingWith("; run `parley run --from resolve`");
      }
    }
  }

  /** The answers that a reader gets while the table is exchanged, back and forth, many times. */
  private Set<Long> seenWhileExchanged(Supplier<Long> reader) throws IOException {
    Path two = folder.resolve("two");
    Files.move(folder.resolve("quotes"), two);
    warehouse.replace(Table.QUOTES, quotes("01", "02", "03", "04", "05"));
    // One answer, one exchange: so no reader waits longer than his patience.
    var answers = new Semaphore(1);
    var exchanges =
        CompletableFuture.runAsync(() -> exchange(folder.resolve("quotes"), two, answers));
    var seen = new TreeSet<Long>();
    while (!exchanges.isDone()) {
      seen.add(reader.get());
      answers.release();
    }
    exchanges.join();
    return seen;
  }

  /** Exchanges the table as a run does; each writing has names of its own. */
  private void exchange(Path first, Path second, Semaphore answers) {
    Path quotes = folder.resolve("quotes");
    Path staged = folder.resolve("_staging/quotes-1");
    Path replaced = folder.resolve("_staging/replaced-quotes");
    try {
      Path five = folder.resolve("five");
      copy(first, five, "five");
      for (int i = 0; i < EXCHANGES; i++) {
        answers.acquire();
        copy(i % 2 == 0 ? second : five, staged, "x" + i);
        Files.move(quotes, replaced);
        Files.move(staged, quotes);
        delete(replaced);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to, String name) throws IOException {
    for (Path file : LocalTables.parquet(from)) {
      Path copy = to.resolve(from.relativize(file)).resolveSibling(name + ".parquet");
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Files.writeString(
        to.resolve("_parley.json"),
        Files.readString(from.resolve("_parley.json"))
            .replaceFirst("\"written\":\"[^\"]*", "\"written\":\"" + name));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Dataset<Row> quotes(String... months) {
    return Tables.of(
        spark,
        Table.QUOTES,
        "article_id, month",
        Arrays.stream(months).map("('a', '2025-%s')"::formatted).toArray(String[]::new));
  }
}
