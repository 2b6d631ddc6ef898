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
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Four articles. a1 (July) and a2 (August) are copies of one text in two outlets, a1 is the earlier
 * one; a3 (August) is a text of its own; a4 is undated and names nobody in common.
 *
 * <p>Sentences: t1 has 3, t3 has 2, t4 has 2 and one of boilerplate: 7 that count.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CooccurJobTest {
  private Warehouse warehouse;
  private CooccurJob.Result result;

  @BeforeAll
  void run(SparkSession spark, @TempDir Path folder) {
    warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(
        Table.ARTICLES,
        Tables.of(
            spark,
            Table.ARTICLES,
            "article_id, text_id, cluster_id, source, published_at, month",
            "('a1', 't1', 'c1', 'Courier', '2025-07-31 23:00:00', '2025-07')",
            "('a2', 't1', 'c1', 'Herald', '2025-08-01 01:00:00', '2025-08')",
            "('a3', 't3', 'c3', 'Courier', '2025-08-02 01:00:00', '2025-08')",
            "('a4', 't4', 'c4', NULL, NULL, 'unknown')"));
    warehouse.replace(
        Table.ANNOTATIONS,
        Tables.of(
            spark,
            Table.ANNOTATIONS,
            "text_id, pipeline, sentences",
            sentences("t1", "0 lede", "0 lede", "1 body"),
            sentences("t3", "0 lede", "1 body"),
            sentences("t4", "0 lede", "1 body", "2 boilerplate")));
    warehouse.replace(
        Table.MENTIONS,
        Tables.of(
            spark,
            Table.MENTIONS,
            "article_id, sentence_index, paragraph_index, voice, entity_id, month",
            copied("0, 0, 'narrator', 'gpe:germany'"),
            copied("0, 0, 'narrator', 'gpe:france'"),
            copied("0, 0, 'narrator', 'gpe:france'"),
            copied("1, 0, 'narrator', 'gpe:germany'"),
            copied("1, 0, 'quote', 'gpe:france'"),
            copied("2, 1, 'narrator', 'per:emmanuel_macron'"),
            "('a3', 0, 0, 'narrator', 'gpe:france', '2025-08')",
            "('a3', 0, 0, 'narrator', 'per:emmanuel_macron', '2025-08')",
            "('a4', 1, 1, 'caption', 'org:nato', 'unknown')"));
    warehouse.replace(
        Table.ENTITIES,
        Tables.of(
            spark,
            Table.ENTITIES,
            "entity_id, roll_up",
            "('gpe:france', 'gpe:france')",
            "('gpe:germany', 'gpe:germany')",
            "('per:emmanuel_macron', 'per:emmanuel_macron')",
            "('org:nato', 'org:nato')"));
    result =
        CooccurJob.run(
            spark,
            new CooccurJob.Config(warehouse.location(), "p", Seeds.bundled(), 300, 1, 0),
            RunMetrics.start());
  }

  @Test
  void leavesGroupsOutThatNobodyNames(SparkSession spark) {
    var mentions =
        Tables.of(
            spark,
            Table.MENTIONS,
            "entity_id, rule",
            "('grp:carmakers', 'unnamed-group')",
            "('grp:officials_of_france', 'group')",
            "('gpe:france', NULL)");
    assertThat(Corpus.counted(mentions).select("entity_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("grp:officials_of_france", "gpe:france");
  }

  private static String copied(String mention) {
    return "('a1', %1$s, '2025-07'), ('a2', %1$s, '2025-08')".formatted(mention);
  }

  private static String sentences(String text, String... sentences) {
    var rows = new StringBuilder();
    for (int i = 0; i < sentences.length; i++) {
      String[] parts = sentences[i].split(" ", -1);
      rows.append(i == 0 ? "" : ", ")
          .append(
              "named_struct('index', %d, 'paragraph', %s, 'section', '%s', 'begin', 0, 'end', 0, 'parsed', true, 'tokens', NULL)"
                  .formatted(i, parts[0], parts[1]));
    }
    return "('%1$s', 'p', array(%2$s)), ('%1$s', 'older', array())".formatted(text, rows);
  }

  private List<String> pairs(String where, String columns) {
    return warehouse
        .read(Table.COOCCURRENCE)
        .where(where)
        .selectExpr("concat_ws(' ', " + columns + ")")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private Row pair(String context, String month, String voice, String a, String b) {
    return warehouse
        .read(Table.COOCCURRENCE)
        .where(
            "context = '%s' AND month = '%s' AND voice = '%s' AND entity_a = '%s' AND entity_b = '%s'"
                .formatted(context, month, voice, a, b))
        .head();
  }

  @Test
  void aClusterCountsOnceInTheTestedCounts() {
    assertThat(
            pairs(
                "context = 'sentence' AND month = 'all' AND voice = 'all'",
                "entity_a, entity_b, n_ab, n_a, n_b, n"))
        .containsExactly(
            "gpe:france gpe:germany 2 3 2 7", "gpe:france per:emmanuel_macron 1 3 2 7");
  }

  @Test
  void unitsCountSideBySide() {
    assertThat(
            pairs(
                "context = 'sentence' AND month = 'all' AND voice = 'all'",
                "entity_b, article_count, text_count, cluster_count, outlet_count, first_seen, last_seen"))
        .containsExactly(
            "gpe:germany 2 1 1 2 2025-07-31 2025-08-01",
            "per:emmanuel_macron 1 1 1 1 2025-08-02 2025-08-02");
  }

  @Test
  void aClusterBelongsToTheMonthOfItsFirstArticle() {
    assertThat(pairs("context = 'sentence' AND voice = 'all'", "month, entity_b, n_ab, n"))
        .containsExactly(
            "2025-07 gpe:germany 2 3",
            "2025-08 per:emmanuel_macron 1 2",
            "all gpe:germany 2 7",
            "all per:emmanuel_macron 1 7");
  }

  @Test
  void voicesAreCountedApartAndTogether() {
    assertThat(
            pairs(
                "context = 'sentence' AND month = 'all' AND entity_b = 'gpe:germany'",
                "voice, n_ab"))
        .containsExactly("all 2", "narrator 1");
  }

  @Test
  void widerWindowsHoldMorePairs() {
    assertThat(
            pairs(
                "context = 'paragraph' AND month = 'all' AND voice = 'all'",
                "entity_a, entity_b, n_ab, n_a, n_b, n"))
        .containsExactly(
            "gpe:france gpe:germany 1 2 1 6", "gpe:france per:emmanuel_macron 1 2 2 6");
    assertThat(
            pairs(
                "context = 'article' AND month = 'all' AND voice = 'all'",
                "entity_a, entity_b, n_ab, n_a, n_b, n"))
        .containsExactly(
            "gpe:france gpe:germany 1 2 1 3",
            "gpe:france per:emmanuel_macron 2 2 2 3",
            "gpe:germany per:emmanuel_macron 1 1 2 3");
  }

  @Test
  void measuresAreThoseOfTheCounts() {
    var row = pair("sentence", "all", "all", "gpe:france", "gpe:germany");
    assertThat(row.<Double>getAs("lift")).isCloseTo(2 / (6 / 7.0), within(1e-12));
    assertThat(row.<Double>getAs("p_value")).isCloseTo(3 / 21.0, within(1e-12));
    assertThat(row.<Double>getAs("q_value")).isCloseTo(6 * 3 / 21.0, within(1e-12));
    assertThat(row.<Long>getAs("tested")).isEqualTo(6);
    assertThat(row.<String>getAs("null_model")).isEqualTo("hypergeometric");
  }

  @Test
  void longWindowsHaveANullModelThatKnowsTheirSizes() {
    var row = pair("article", "all", "all", "gpe:france", "per:emmanuel_macron");
    assertThat(row.<String>getAs("null_model")).isEqualTo("sdsm");
    assertThat(row.<Double>getAs("p_value")).isBetween(1e-6, 1.0);
  }

  @Test
  void whoHoldsAnOfficeIsFlaggedAsAPart() {
    assertThat(
            pairs(
                "context = 'article' AND month = 'all' AND voice = 'all'",
                "entity_a, entity_b, part_of"))
        .contains("gpe:france per:emmanuel_macron true", "gpe:france gpe:germany false");
  }

  @Test
  void entityStatsHoldTheMargins() {
    var rows =
        warehouse
            .read(Table.ENTITY_STATS)
            .where("context = 'sentence' AND voice = 'all'")
            .selectExpr(
                "concat_ws(' ', month, entity_id, n_a, n, article_count, text_count, cluster_count, outlet_count)")
            .collectAsList();
    assertThat(rows)
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder(
            "2025-07 gpe:france 2 3 1 1 1 1",
            "2025-07 gpe:germany 2 3 1 1 1 1",
            "2025-07 per:emmanuel_macron 1 3 1 1 1 1",
            "2025-08 gpe:france 1 2 2 2 2 2",
            "2025-08 per:emmanuel_macron 1 2 2 2 2 2",
            "all gpe:france 3 7 3 2 2 2",
            "all gpe:germany 2 7 2 1 1 2",
            "all per:emmanuel_macron 2 7 3 2 2 2",
            "all org:nato 1 7 1 1 1 0",
            "unknown org:nato 1 2 1 1 1 0");
  }

  @Test
  void backboneHasEachPairOfTheWhole() {
    assertThat(warehouse.read(Table.COOCCURRENCE_BACKBONE).count()).isEqualTo(7);
  }

  @Test
  void networkRanksItsEntities() {
    var rows = warehouse.read(Table.ENTITY_NETWORK).orderBy("entity_id").collectAsList();
    assertThat(rows)
        .extracting(
            row -> row.<String>getAs("entity_id"), row -> row.<Long>getAs("weighted_degree"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gpe:france", 3L),
            org.assertj.core.groups.Tuple.tuple("gpe:germany", 2L),
            org.assertj.core.groups.Tuple.tuple("per:emmanuel_macron", 1L));
    assertThat(rows.stream().mapToDouble(row -> row.<Double>getAs("pagerank")).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void resultTellsTheRows() {
    assertThat(result.pairs()).isEqualTo(warehouse.read(Table.COOCCURRENCE).count());
    assertThat(result.cappedWindows()).isZero();
  }

  @Test
  void refusesAWindowOfOneEntity() {
    assertThatThrownBy(() -> new CooccurJob.Config("w", "p", Seeds.bundled(), 1, 2, 0))
        .hasMessage("--most-entities must be at least 2, not 1");
  }
}
