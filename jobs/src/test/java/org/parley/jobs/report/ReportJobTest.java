package org.parley.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.stance.Issues;

/** What the page holds of hand-made tables: two articles, of which the second copies the first. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportJobTest {
  /** The wave is one character, but two of Java's. */
  private static final String TEXT =
      "\uD83C\uDF0A Dam talks. Northland backs the dam. Southland waits.";

  private static final Issues ISSUES =
      Issues.parse("[{id: river_dam, label: the river dam, seeds: [dam]}]", "issues.yaml");
  private static final Limits LIMITS = new Limits(1, 10, 3, 10, 3, 10, 10, 10, 10);

  private ReportData data;

  @BeforeAll
  void read(SparkSession spark) {
    for (Table table : Table.values()) {
      spark
          .createDataFrame(List.of(), table.schema().structType())
          .createOrReplaceTempView(table.tableName());
    }
    view(
        spark,
        Table.ARTICLES,
        "article_id, text_id, cluster_id, source, url, title, published_at, language, text",
        article("a1", "Harbour Post", "https://example.org/a", "2025-03-04 10:00:00"),
        article("a2", "Valley Letter", "ftp://example.org/b", "2025-03-05 10:00:00"));
    view(
        spark,
        Table.ANNOTATIONS,
        "text_id, pipeline, sentences",
        "('t', 'p', array(struct(0, 0, 'headline', 0, 13, true, null), struct(1, 1, 'body', 14, 38, true, null),"
            + " struct(2, 1, 'body', 39, 55, true, null)))");
    view(
        spark,
        Table.MENTIONS,
        "article_id, sentence_index, begin, end, entity_id, confidence",
        "('a1', 1, 14, 23, 'gpe:northland', 0.9)",
        "('a1', 1, 34, 37, 'org:dam', 0.9)",
        "('a2', 1, 14, 23, 'gpe:northland', 0.9)",
        "('a2', 1, 34, 37, 'org:dam', 0.9)");
    view(
        spark,
        Table.ENTITIES,
        "entity_id, name, type, mention_count, cluster_count",
        "('gpe:northland', 'Northland', 'country', 2, 1)",
        "('org:dam', 'Dam Authority', 'organization', 2, 1)");
    view(
        spark,
        Table.COOCCURRENCE,
        "context, month, voice, entity_a, entity_b, n_ab, g2, expected, first_seen",
        "('sentence', 'all', 'all', 'gpe:northland', 'org:dam', 1, 3.14159, 0.5D, DATE'2025-03-04')",
        "('sentence', 'all', 'all', 'gpe:northland', 'gpe:southland', 1, 1.0, 0.5D, null)",
        "('sentence', '2025-03', 'all', 'gpe:northland', 'org:dam', 1, 2.0, 0.5D, null)",
        "('article', 'all', 'all', 'gpe:northland', 'org:dam', 1, 9.0, 0.5D, null)");
    view(
        spark,
        Table.STANCE_STATS,
        "month, holder_id, target_id, verdict, cluster_count, score",
        "('all', 'gpe:northland', 'issue:river_dam', 'favour', 1, 0.5)",
        "('2025-03', 'gpe:northland', 'issue:river_dam', 'favour', 1, 0.4)");
    view(
        spark,
        Table.STANCE_EVIDENCE,
        "article_id, holder_id, target_id, polarity, confidence, time, begin, end",
        "('a1', 'gpe:northland', 'issue:river_dam', 1, 0.8, 'now', 24, 37)",
        "('a2', 'gpe:northland', 'issue:river_dam', 1, 0.8, 'now', 24, 37)");
    data = ReportJob.data(spark, ISSUES, LIMITS);
  }

  @Test
  void theStrongestPairIsThereAndTheOtherIsSaidToBeLeftOut() {
    assertThat(data.pairs()).extracting(ReportData.Pair::b).containsExactly("org:dam");
    assertThat(data.pairs().get(0).g2()).isEqualTo(3.142);
    assertThat(data.pairs().get(0).first()).isEqualTo("2025-03-04");
    assertThat(data.left().get(0).shown()).isEqualTo(1);
    assertThat(data.left().get(0).all()).isEqualTo(2);
  }

  @Test
  void aPairHasItsMonths() {
    assertThat(data.pairs().get(0).months())
        .containsExactly(List.of("2025-03", 1L, 0.0, 2.0, 0.0, 0.0));
  }

  @Test
  void aCopyIsShownOnce() {
    assertThat(data.pairs().get(0).excerpts()).hasSize(1);
    assertThat(data.stances().get(0).evidence()).hasSize(1);
    assertThat(data.articles())
        .extracting(ReportData.Article::source)
        .containsExactly("Harbour Post");
    assertThat(data.corpus().copies()).isEqualTo(1);
  }

  @Test
  void aSentenceIsCutByTheOffsetsOfJava() {
    assertThat(data.excerpts())
        .containsExactly(
            new ReportData.Excerpt(
                0,
                "Northland backs the dam.",
                List.of(List.of(0L, 9L, "gpe:northland"), List.of(20L, 23L, "org:dam"))));
  }

  @Test
  void evidenceIsFoundInItsSentence() {
    var evidence = data.stances().get(0).evidence().get(0);
    assertThat(
            data.excerpts()
                .get(evidence.excerpt())
                .text()
                .substring(evidence.begin(), evidence.end()))
        .isEqualTo("backs the dam");
  }

  @Test
  void issuesGoByTheirLabels() {
    assertThat(data.entities())
        .filteredOn(entity -> entity.type().equals("issue"))
        .extracting(ReportData.Entity::name)
        .containsExactly("the river dam");
  }

  @Test
  void aShortCorpusIsCountedByDay() {
    assertThat(data.timeline())
        .isEqualTo(
            new ReportData.Timeline(
                "day",
                List.of("2025-03-04", "2025-03-05"),
                List.of(1L, 1L),
                Map.of("gpe:northland", List.of(1L, 1L), "org:dam", List.of(1L, 1L))));
  }

  private static void view(SparkSession spark, Table table, String columns, String... rows) {
    Tables.of(spark, table, columns, rows).createOrReplaceTempView(table.tableName());
  }

  private static String article(String id, String source, String url, String day) {
    return "('%s', 't', 't', '%s', '%s', 'Dam', TIMESTAMP'%s', 'en', '%s')"
        .formatted(id, source, url, day, TEXT);
  }
}
