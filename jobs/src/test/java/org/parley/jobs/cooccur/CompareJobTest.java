package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.stats.DirichletLogOdds;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareJobTest {
  /** What an outlet prints under each article. */
  private static final String PANEL =
      "Read more about the ministers of France and the long talks there.";

  private SparkSession spark;
  private String warehouse;

  @BeforeAll
  void tables(SparkSession session, @TempDir Path folder) {
    spark = session;
    warehouse = folder.toString();
    var tables = new Warehouse(spark, warehouse);
    tables.replace(
        Table.ARTICLES,
        Tables.of(
            spark,
            Table.ARTICLES,
            "article_id, text_id, cluster_id, source, month, text",
            "('a1', 't1', 'c1', 'Courier', '2025-07', 'x')",
            "('a2', 't2', 'c1', 'Courier', '2025-07', 'x')",
            "('a3', 't3', 'c3', 'Herald', '2025-07', 'x')",
            "('b1', 't4', 'c4', 'Bulletin', '2025-07', '%s')".formatted(PANEL),
            "('b2', 't5', 'c5', 'Bulletin', '2025-07', '%s')".formatted(PANEL),
            "('b3', 't6', 'c6', 'Observer', '2025-07', '%s')".formatted(PANEL)));
    tables.replace(
        Table.ANNOTATIONS,
        Blank.fill(
            Table.ANNOTATIONS,
            spark
                .range(4, 7)
                .selectExpr(
                    "concat('t', id) AS text_id",
                    """
                    array(named_struct('index', 0, 'paragraph', 0, 'section', 'body', 'begin', 0,
                      'end', %d, 'parsed', true, 'tokens', NULL)) AS sentences
                    """
                        .formatted(PANEL.length()))));
    tables.replace(
        Table.MENTIONS,
        Tables.of(
            spark,
            Table.MENTIONS,
            "article_id, sentence_index, entity_id, month",
            "('a1', 0, 'gpe:france', '2025-07')",
            "('a1', 0, 'gpe:france', '2025-07')",
            "('a1', 1, 'org:nato', '2025-07')",
            "('a2', 0, 'gpe:france', '2025-07')",
            "('a3', 0, 'org:nato', '2025-07')",
            "('b1', 0, 'gpe:france', '2025-07')",
            "('b2', 0, 'gpe:france', '2025-07')",
            "('b3', 0, 'gpe:france', '2025-07')"));
  }

  private List<Row> rows(CompareJob.Subject subject) {
    return CompareJob.run(
            spark,
            new CompareJob.Config(
                warehouse,
                "source = 'Courier'",
                "source = 'Herald'",
                subject,
                CompareJob.Context.ARTICLE,
                10,
                1))
        .collectAsList();
  }

  @Test
  void copiesAndRepetitionsCountOnceAndWhatIsOfOneSliceComesFirst() {
    var france = rows(CompareJob.Subject.ENTITIES).get(0);
    assertThat(france.<String>getAs("entity_a")).isEqualTo("gpe:france");
    assertThat(france.<Long>getAs("first_count")).isEqualTo(1);
    assertThat(france.<Long>getAs("first_all")).isEqualTo(2);
    assertThat(france.<Long>getAs("second_all")).isEqualTo(1);
    var expected = DirichletLogOdds.of(1, 2, 0, 1, 10 / 3.0, 10);
    assertThat(france.<Double>getAs("z")).isCloseTo(expected.z(), within(1e-12));
    assertThat(france.<Double>getAs("ci_low")).isCloseTo(expected.interval().low(), within(1e-12));
  }

  @Test
  void pairsAreThoseOfAWindow() {
    assertThat(rows(CompareJob.Subject.PAIRS))
        .extracting(row -> row.getAs("entity_a") + " " + row.getAs("entity_b"))
        .containsExactly("gpe:france org:nato");
  }

  @Test
  void aSentenceOfSeveralTextsCountsOnceInEachSlice() {
    var config =
        new CompareJob.Config(
            warehouse,
            "source = 'Bulletin'",
            "source = 'Observer'",
            CompareJob.Subject.ENTITIES,
            CompareJob.Context.SENTENCE,
            10,
            1);

    assertThat(CompareJob.run(spark, config).collectAsList())
        .extracting(row -> row.<Long>getAs("first_count") + " " + row.<Long>getAs("second_count"))
        .containsExactly("1 1");
  }

  @Test
  void refusesASliceWithoutArticles() {
    var config =
        new CompareJob.Config(
            warehouse,
            "source = 'Courier'",
            "source = 'Gazette'",
            CompareJob.Subject.ENTITIES,
            CompareJob.Context.ARTICLE,
            10,
            1);
    assertThatThrownBy(() -> CompareJob.run(spark, config))
        .hasMessage("--second: no article has source = 'Gazette'");
  }
}
