package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.parley.stats.Burst;

/**
 * Fourteen weeks of eight articles of one sentence about Chad. Austria and Belgium are named
 * together once in the third week (in a quotation), and in six articles of the tenth (once in a
 * caption); a near-duplicate of one of these follows in another outlet a week later. One article
 * more is a list of 400 names.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CooccurSeriesTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
  private static final int WEEKS = 14;
  private static final int EACH_WEEK = 8;
  private static final int NAMES = 400;
  private static final int MOST = 10;

  private final List<String> articles = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> mentions = new ArrayList<>();
  private Warehouse warehouse;

  @BeforeAll
  void run(SparkSession spark, @TempDir Path folder) {
    for (int week = 0; week < WEEKS; week++) {
      for (int i = 0; i < EACH_WEEK; i++) {
        article("chad%d_%d".formatted(week, i), "", week, "Gazette");
        mention("chad%d_%d".formatted(week, i), week, "narrator", "gpe:chad");
      }
    }
    together("early", "", 2, "Courier", "quote");
    for (int i = 0; i < 6; i++) {
      together("late" + i, "", 9, i < 4 ? "Courier" : "Herald", i == 5 ? "caption" : "narrator");
    }
    together("copy", "late0", 10, "Bugle", "narrator");
    article("list", "", 0, "Gazette");
    for (int i = 0; i < NAMES; i++) {
      mention("list", 0, "narrator", "per:name%03d".formatted(i));
    }
    warehouse = new Warehouse(spark, folder.toString());
    write(
        spark,
        Table.ARTICLES,
        "article_id, text_id, cluster_id, source, published_at, month",
        articles);
    write(spark, Table.ANNOTATIONS, "text_id, pipeline, sentences", texts);
    write(
        spark,
        Table.MENTIONS,
        "article_id, sentence_index, paragraph_index, voice, entity_id, month",
        mentions);
    write(spark, Table.ENTITIES, "entity_id, roll_up", List.of("('gpe:chad', 'gpe:chad')"));
    CooccurJob.run(
        spark,
        new CooccurJob.Config(warehouse.location(), "p", Seeds.bundled(), MOST, 1, 3),
        RunMetrics.start());
  }

  private void write(SparkSession spark, Table table, String columns, List<String> rows) {
    warehouse.replace(table, Tables.of(spark, table, columns, rows.toArray(String[]::new)));
  }

  private void article(String id, String copyOf, int week, String outlet) {
    var day = MONDAY.plusWeeks(week);
    articles.add(
        "('%s', 't_%s', 'c_%s', '%s', '%s 01:00:00', '%s')"
            .formatted(id, id, copyOf.isEmpty() ? id : copyOf, outlet, day, month(week)));
    texts.add(
        "('t_%s', 'p', array(named_struct('index', 0, 'paragraph', 0, 'section', 'body', 'begin', 0, 'end', 0, 'parsed', true, 'tokens', NULL)))"
            .formatted(id));
  }

  private void mention(String id, int week, String voice, String entity) {
    mentions.add("('%s', 0, 0, '%s', '%s', '%s')".formatted(id, voice, entity, month(week)));
  }

  private static String month(int week) {
    return MONDAY.plusWeeks(week).toString().substring(0, 7);
  }

  private void together(String id, String copyOf, int week, String outlet, String voice) {
    article(id, copyOf, week, outlet);
    mention(id, week, voice, "gpe:austria");
    mention(id, week, voice, "gpe:belgium");
  }

  private List<String> rows(Table table, String where, String columns) {
    return warehouse
        .read(table)
        .where(where)
        .selectExpr("concat_ws(' ', " + columns + ")")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void weeksHoldAClusterOnceInItsFirstWeek() {
    assertThat(
            rows(
                Table.COOCCURRENCE_WEEKS,
                "context = 'sentence'",
                "week, entity_a, entity_b, n_ab, article_count, text_count, cluster_count, outlet_count"))
        .containsExactly(
            "2025-01-20 gpe:austria gpe:belgium 1 1 1 1 1",
            "2025-03-10 gpe:austria gpe:belgium 6 6 6 6 2");
  }

  @Test
  void aPairBurstsInTheWeekInWhichItIsNamedFarMoreOften() {
    var relevant = new long[WEEKS];
    var all = new long[WEEKS];
    Arrays.fill(all, EACH_WEEK);
    relevant[2] = 1;
    relevant[9] = 6;
    all[0] += 1;
    all[2] += 1;
    all[9] += 6;
    var burst = Burst.find(relevant, all).get(0);

    var rows = warehouse.read(Table.PAIR_BURSTS).collectAsList();

    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("entity_a")).isEqualTo("gpe:austria");
              assertThat(row.<String>getAs("entity_b")).isEqualTo("gpe:belgium");
              assertThat(row.<Object>getAs("begin_day")).hasToString("2025-03-10");
              assertThat(row.<Object>getAs("end_day")).hasToString("2025-03-16");
              assertThat(row.<Double>getAs("weight")).isCloseTo(burst.weight(), within(1e-12));
              assertThat(row.<Long>getAs("article_count")).isEqualTo(6);
            });
  }

  @Test
  void eachOutletCountsItsOwnCopies() {
    assertThat(
            rows(
                Table.COOCCURRENCE_OUTLETS,
                "context = 'sentence'",
                "outlet, n_ab, article_count, text_count, cluster_count, first_seen, last_seen"))
        .containsExactly(
            "Bugle 1 1 1 1 2025-03-17 2025-03-17",
            "Courier 5 5 5 5 2025-01-20 2025-03-10",
            "Herald 2 2 2 2 2025-03-10 2025-03-10");
  }

  @Test
  void fourUnitsStandSideBySideForEachVoice() {
    assertThat(
            rows(
                Table.COOCCURRENCE,
                "context = 'sentence' AND month = 'all' AND entity_a = 'gpe:austria'",
                "voice, n_ab, n_a, n_b, n, article_count, text_count, cluster_count, outlet_count"))
        .containsExactly(
            "all 7 7 7 120 8 8 7 3",
            "caption 1 1 1 120 1 1 1 1",
            "narrator 5 5 5 120 6 6 5 3",
            "quote 1 1 1 120 1 1 1 1");
  }

  @Test
  void aSlidingWindowIsAContextOfItsOwn() {
    assertThat(
            rows(
                Table.COOCCURRENCE,
                "context = 'sentences_3' AND month = 'all' AND voice = 'all' AND entity_a = 'gpe:austria'",
                "entity_b, n_ab, n_a, n"))
        .containsExactly("gpe:belgium 21 21 360");
  }

  @Test
  void aLongListIsCappedMarkedAndCounted() {
    assertThat(rows(Table.CAPPED_WINDOWS, "true", "context, article_id, window, entities"))
        .containsExactly(
            "article list 0 400",
            "paragraph list 0 400",
            "sentence list 0 400",
            "sentences_3 list -1 400",
            "sentences_3 list -2 400",
            "sentences_3 list 0 400");
    assertThat(rows(Table.JOB_METRICS, "metric = 'capped_windows'", "stage, CAST(value AS INT)"))
        .containsExactly("cooccur 6");
    assertThat(
            rows(
                Table.COOCCURRENCE,
                "context = 'sentence' AND month = 'all' AND voice = 'all' AND entity_a LIKE 'per:%'",
                "entity_a, entity_b"))
        .hasSize(MOST * (MOST - 1) / 2);
  }
}
