package org.parley.jobs.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.seed.Seeds;
import org.parley.stance.Meaning;
import org.parley.stance.OpenTargetGroups;

/**
 * Two outlets on a toll: a president in office and out of it, his ministry, and two open matters.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StanceGroupsTest {
  private Dataset<Row> breakdown;
  private Dataset<Row> rollup;
  private Dataset<Row> open;

  @BeforeAll
  void run(SparkSession spark) {
    var articles =
        Tables.of(
            spark,
            Table.ARTICLES,
            "article_id, text_id, cluster_id, source, published_at",
            "('a1', 't1', 'c1', 'Courier', '2015-03-01 09:00:00')",
            "('a2', 't2', 'c2', 'Herald', '2019-03-01 09:00:00')");
    var evidence =
        Tables.of(
            spark,
            Table.STANCE_EVIDENCE,
            "article_id, sentence_index, holder_id, target_id, target_kind, target_text, polarity,"
                + " score, confidence, channel, time, evidence, begin, end, frame, struck",
            row("a1", "per:barack_obama", "issue:toll", "issue", "toll", 1, "direct", "now"),
            row("a2", "per:barack_obama", "issue:toll", "issue", "toll", -1, "indirect", "now"),
            row("a1", "gpe:united_states", "issue:toll", "issue", "toll", 1, "act", "past"),
            row("a1", "per:barack_obama", "open:gas_line", "open", "gas line", 1, "act", "now"),
            row("a2", "gpe:norway", "open:gas_lines", "open", "gas lines", -1, "act", "now"));
    breakdown = StanceGroups.breakdown(evidence, articles).cache();
    rollup = StanceGroups.rollup(evidence, articles, Seeds.bundled()).cache();
    open =
        OpenTargetTable.of(
                evidence, articles, OpenTargetGroups.of(Seeds.bundled(), Meaning.UNKNOWN))
            .cache();
  }

  private static String row(
      String article,
      String holder,
      String target,
      String kind,
      String text,
      int polarity,
      String channel,
      String time) {
    return "('%s', 0, '%s', '%s', '%s', '%s', %d, %dD, 0.9D, '%s', '%s', 'words', 0, 5, 'back.v', false)"
        .formatted(article, holder, target, kind, text, polarity, polarity, channel, time);
  }

  private double score(String holder, String dimension, String value) {
    return breakdown
        .where(
            "holder_id = '%s' AND dimension = '%s' AND value = '%s'"
                .formatted(holder, dimension, value))
        .head()
        .getAs("score");
  }

  @Test
  void outletsStandApart() {
    assertThat(score("per:barack_obama", "outlet", "Courier")).isPositive();
    assertThat(score("per:barack_obama", "outlet", "Herald")).isNegative();
  }

  @Test
  void channelsStandApart() {
    assertThat(score("per:barack_obama", "channel", "direct")).isPositive();
    assertThat(score("per:barack_obama", "channel", "indirect")).isNegative();
  }

  @Test
  void thePastStandsUnderTimeOnly() {
    assertThat(
            breakdown
                .where("holder_id = 'gpe:united_states'")
                .select("dimension", "value")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[time,past]");
  }

  @Test
  void aPersonCountsForHisStateWhileInOffice() {
    var row = rollup.where("group_id = 'gpe:united_states'").head();
    assertThat(row.<Long>getAs("evidence_count")).isEqualTo(1);
    assertThat(row.<Double>getAs("score")).isPositive();
    assertThat(row.getList(row.fieldIndex("holders")).toString()).contains("per:barack_obama");
  }

  @Test
  void aPersonCountsForHisPartyApart() {
    var row = rollup.where("group_id = 'org:democratic_party'").head();
    assertThat(row.<String>getAs("unit")).isEqualTo("party");
    assertThat(row.<Long>getAs("evidence_count")).isEqualTo(2);
    assertThat(rollup.where("group_id = 'gpe:united_states' AND unit = 'party'").count()).isZero();
  }

  @Test
  void wordingsOfOneMatterAreOneRow() {
    var row = open.collectAsList();
    assertThat(row).hasSize(1);
    assertThat(row.get(0).<Long>getAs("favour_count")).isEqualTo(1);
    assertThat(row.get(0).<Long>getAs("against_count")).isEqualTo(1);
  }

  @Test
  void rareWordingsBeyondThoseThatAreGroupedStandAlone(SparkSession spark) {
    int many = OpenTargetTable.MOST_GROUPED + 2;
    var evidence =
        spark
            .range(many)
            .selectExpr(
                "'a1' AS article_id",
                "0 AS sentence_index",
                "'gpe:norway' AS holder_id",
                "concat('open:w', id) AS target_id",
                "'open' AS target_kind",
                "concat('w', id) AS target_text",
                "1 AS polarity",
                "'words' AS evidence",
                "false AS struck");
    var articles = spark.sql("SELECT 'a1' AS article_id, 'c1' AS cluster_id, 'Courier' AS source");

    var rows =
        OpenTargetTable.of(
            evidence, articles, OpenTargetGroups.of(Seeds.bundled(), Meaning.UNKNOWN));

    assertThat(rows.count()).isEqualTo(many);
  }

  @Test
  void rowsHaveTheColumnsOfTheirTables() {
    assertThat(breakdown.columns())
        .containsAll(
            Table.STANCE_BREAKDOWN.schema().columns().stream().map(c -> c.name()).toList());
    assertThat(rollup.columns())
        .containsAll(Table.STANCE_ROLLUP.schema().columns().stream().map(c -> c.name()).toList());
    assertThat(open.columns())
        .containsAll(Table.OPEN_TARGETS.schema().columns().stream().map(c -> c.name()).toList());
  }
}
