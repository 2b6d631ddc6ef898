package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.Checksum;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Articles of January to March, with near-duplicates across all months: a warehouse that is counted
 * before and after March has come, and one that is counted once.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewMonthTest {
  private static final List<Table> COUNTED =
      List.of(
          Table.COOCCURRENCE_STATES,
          Table.COOCCURRENCE,
          Table.COOCCURRENCE_WEEKS,
          Table.COOCCURRENCE_OUTLETS,
          Table.CAPPED_WINDOWS,
          Table.ENTITY_STATS,
          Table.COOCCURRENCE_BACKBONE,
          Table.ENTITY_NETWORK,
          Table.SAME_COMPANY,
          Table.BURSTS,
          Table.PAIR_BURSTS);

  private Path grownFolder;
  private Warehouse grown;
  private Warehouse whole;
  private Set<String> before;
  private CooccurJob.Result first;
  private CooccurJob.Result second;

  @BeforeAll
  void count(SparkSession spark, @TempDir Path folder) throws IOException {
    var corpus = new Warehouse(spark, folder.resolve("corpus").toString());
    new SyntheticCorpus(600, 12, 30, 1).write(spark, corpus);
    grownFolder = folder.resolve("grown");
    grown = new Warehouse(spark, grownFolder.toString());
    write(corpus, grown, "2024-03");
    first = run(spark, grown);
    before = monthFiles();
    write(corpus, grown, "2024-04");
    second = run(spark, grown);
    whole = new Warehouse(spark, folder.resolve("whole").toString());
    write(corpus, whole, "2024-04");
    run(spark, whole);
  }

  private static void write(Warehouse corpus, Warehouse to, String until) {
    String months = "month < '" + until + "'";
    to.replace(
        Table.ARTICLES,
        corpus
            .read(Table.ARTICLES)
            .where(months)
            .selectExpr(
                "* EXCEPT (cluster_id)",
                "concat('c', CAST(substring(text_id, 2) AS INT) % 200) AS cluster_id"));
    to.replace(Table.MENTIONS, corpus.read(Table.MENTIONS).where(months));
    to.replace(
        Table.ANNOTATIONS,
        corpus.read(Table.ANNOTATIONS).selectExpr("* EXCEPT (pipeline)", "'p' AS pipeline"));
    to.replace(
        Table.ENTITIES,
        Blank.fill(
            Table.ENTITIES,
            to.read(Table.MENTIONS).selectExpr("entity_id", "'per:e1' AS roll_up").distinct()));
  }

  private static CooccurJob.Result run(SparkSession spark, Warehouse warehouse) {
    return CooccurJob.run(
        spark,
        new CooccurJob.Config(warehouse.location(), "p", Seeds.bundled(), 300, 2, 0),
        RunMetrics.start());
  }

  private Set<String> monthFiles() throws IOException {
    try (var files = Files.walk(grownFolder)) {
      var found = new TreeSet<String>();
      files
          .map(Path::toString)
          .filter(file -> file.matches(".*/(cooccurrence|cooccurrence_states|entity_stats)/.*"))
          .filter(file -> file.contains("month=2024-0") && file.endsWith(".parquet"))
          .forEach(found::add);
      return found;
    }
  }

  @Test
  void theMonthAloneIsCounted() {
    assertThat(first.countedMonths()).isEqualTo(2);
    assertThat(second.countedMonths()).isEqualTo(1);
  }

  @Test
  void otherMonthsKeepTheirFiles() throws IOException {
    assertThat(before).isNotEmpty();
    assertThat(monthFiles())
        .containsAll(before)
        .anyMatch(file -> file.contains("month=2024-03"))
        .filteredOn(file -> !file.contains("month=2024-03"))
        .hasSameSizeAs(before);
  }

  @Test
  void everyTableIsThatOfTheWholeCountedAtOnce() {
    assertThat(COUNTED)
        .allSatisfy(
            table -> assertThat(Checksum.of(grown, table)).isEqualTo(Checksum.of(whole, table)));
    assertThat(Checksum.of(whole, Table.COOCCURRENCE).rows()).isGreaterThan(1000);
  }
}
