package org.parley.jobs.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

/**
 * Norway is for the fund in two texts of its own (a1, a4), the first of which two outlets have
 * copied (a2, a3 word for word, with other days); Chile is against it in three; what Chile thought
 * in the past does not count. One text shows Peru's hesitation.
 */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StanceStatsTest {
  private static final String EVIDENCE =
      "article_id, sentence_index, holder_id, target_id, target_kind, polarity, score, confidence,"
          + " time, evidence, begin, end, frame, struck, month";

  private Dataset<Row> stats;
  private Dataset<Row> congruence;

  @BeforeAll
  void run(SparkSession spark) {
    var articles =
        Tables.of(
            spark,
            Table.ARTICLES,
            "article_id, text_id, cluster_id, source, published_at, month",
            "('a1', 't1', 'c1', 'Courier', '2025-07-31 23:00:00', '2025-07')",
            "('a2', 't1', 'c1', 'Herald', '2025-08-01 01:00:00', '2025-08')",
            "('a3', 't1', 'c1', 'Mirror', '2025-08-02 01:00:00', '2025-08')",
            "('a4', 't4', 'c4', 'Courier', '2025-08-02 01:00:00', '2025-08')",
            "('a5', 't5', 'c5', 'Herald', '2025-08-03 01:00:00', '2025-08')",
            "('a6', 't6', 'c6', NULL, NULL, 'unknown')");
    var evidence =
        Tables.of(
            spark,
            Table.STANCE_EVIDENCE,
            EVIDENCE,
            row("a1", "gpe:norway", 1, 1, 0.6, "now", "2025-07"),
            row("a2", "gpe:norway", 1, 1, 0.6, "now", "2025-08"),
            row("a3", "gpe:norway", 1, 1, 0.6, "now", "2025-08"),
            row("a4", "gpe:norway", 1, 0.5, 0.9, "future", "2025-08"),
            row("a1", "gpe:chile", -1, -1, 0.9, "now", "2025-07"),
            row("a4", "gpe:chile", -1, -1, 0.8, "now", "2025-08"),
            row("a5", "gpe:chile", -1, -1, 0.95, "now", "2025-08"),
            row("a5", "gpe:chile", 1, 1, 0.95, "past", "2025-08"),
            row("a6", "gpe:peru", 0, 0, 0.9, "now", "unknown"),
            row("a6", "gpe:chad", 1, 1, 0.9, "now", "unknown").replace("false", "true"),
            row("a6", "gpe:cuba", 1, 1, 0.9, "now", "unknown").replace("'issue", "'open"));
    stats = StanceStats.of(evidence, articles).cache();
    congruence =
        ActorCongruence.of(
            Tables.of(
                spark,
                Table.STANCE_STATS,
                "holder_id, target_id, month, verdict",
                "('gpe:chile', 'issue:x', 'all', 'against')",
                "('gpe:chile', 'issue:y', 'all', 'favour')",
                "('gpe:chile', 'issue:z', 'all', 'mixed')",
                "('gpe:norway', 'issue:x', 'all', 'favour')",
                "('gpe:norway', 'issue:x', '2025-08', 'against')",
                "('gpe:norway', 'issue:y', 'all', 'favour')",
                "('gpe:norway', 'issue:z', 'all', 'favour')",
                "('gpe:peru', 'issue:q', 'all', 'favour')"));
  }

  private static String row(
      String article,
      String holder,
      int polarity,
      double score,
      double confidence,
      String time,
      String month) {
    return "('%s', 0, '%s', 'issue:fund', 'issue', %d, %sD, %sD, '%s', 'words of %s', 0, 9, 'back.v', false, '%s')"
        .formatted(article, holder, polarity, score, confidence, time, article, month);
  }

  private Row of(String holder, String month) {
    return stats.where("holder_id = '%s' AND month = '%s'".formatted(holder, month)).head();
  }

  @Test
  void whatAPersonHasStruckOutCountsNowhere() {
    assertThat(stats.where("holder_id = 'gpe:chad'").count()).isZero();
  }

  @Test
  void openTargetsHaveNoVerdicts() {
    assertThat(stats.where("holder_id = 'gpe:cuba'").count()).isZero();
  }

  @Test
  void copiesOfATextCountAsOne() {
    var norway = of("gpe:norway", "all");
    // Cluster c1 gives 0.6 in favour; c4 0.9, of which a strength of 0.5 leaves a quarter neutral.
    assertThat(norway.<Double>getAs("favour_mass")).isCloseTo(0.6 + 0.9 * 0.75, within(1e-9));
    assertThat(norway.<Double>getAs("neutral_mass")).isCloseTo(0.9 * 0.25, within(1e-9));
    assertThat(norway.<Double>getAs("against_mass")).isCloseTo(0, within(1e-9));
  }

  @Test
  void unitsCountSideBySide() {
    var norway = of("gpe:norway", "all");
    assertThat(norway.<Long>getAs("evidence_count")).isEqualTo(4);
    assertThat(norway.<Long>getAs("article_count")).isEqualTo(4);
    assertThat(norway.<Long>getAs("text_count")).isEqualTo(2);
    assertThat(norway.<Long>getAs("cluster_count")).isEqualTo(2);
    assertThat(norway.<Long>getAs("outlet_count")).isEqualTo(3);
  }

  @Test
  void pastStancesDoNotCount() {
    var chile = of("gpe:chile", "all");
    assertThat(chile.<Long>getAs("evidence_count")).isEqualTo(3);
    assertThat(chile.<String>getAs("verdict")).isEqualTo("against");
    assertThat(chile.<Double>getAs("score")).isCloseTo(-2.65 / 4.65, within(1e-9));
  }

  @Test
  void oneTextIsInsufficient() {
    assertThat(of("gpe:peru", "all").<String>getAs("verdict")).isEqualTo("insufficient");
  }

  @Test
  void monthsAreCountedApart() {
    assertThat(of("gpe:norway", "2025-07").<Long>getAs("cluster_count")).isEqualTo(1);
    assertThat(of("gpe:norway", "2025-08").<Long>getAs("cluster_count")).isEqualTo(2);
    assertThat(of("gpe:peru", "unknown").<Long>getAs("cluster_count")).isEqualTo(1);
  }

  @Test
  void aMonthIsHeldAgainstTheOneBefore() {
    // July: 0.6 in favour, so 0.6 / 2.6 with a deviation of 0.425; August: more of it.
    var july = of("gpe:norway", "2025-07");
    var august = of("gpe:norway", "2025-08");
    double rise = august.<Double>getAs("score") - july.<Double>getAs("score");
    double sd = Math.hypot(august.<Double>getAs("score_sd"), july.<Double>getAs("score_sd"));
    double expected =
        new org.apache.commons.math3.distribution.NormalDistribution()
            .cumulativeProbability(rise / sd);
    assertThat(rise).isPositive();
    assertThat(august.<Double>getAs("p_rise")).isCloseTo(expected, within(1e-9));
    assertThat(july.<Double>getAs("p_rise")).isNull();
    assertThat(of("gpe:norway", "all").<Double>getAs("p_rise")).isNull();
  }

  @Test
  void sidesAreTestedTogether() {
    double chile = of("gpe:chile", "all").getAs("p_favour");
    double norway = 1 - of("gpe:norway", "all").<Double>getAs("p_favour");
    double peru = 0.5;
    assertThat(peru).isGreaterThan(norway);
    assertThat(norway).isGreaterThan(chile);
    assertThat(of("gpe:chile", "all").<Double>getAs("q_value"))
        .isCloseTo(Math.min(2 * chile * 3, 2 * norway * 3 / 2), within(1e-9));
    assertThat(of("gpe:norway", "all").<Double>getAs("q_value"))
        .isCloseTo(2 * norway * 3 / 2, within(1e-9));
    assertThat(of("gpe:peru", "all").<Double>getAs("q_value")).isCloseTo(1, within(1e-9));
  }

  @Test
  void topEvidenceHasEachClusterOnceTheSurestOfAnOutletFirst() {
    List<Row> top =
        of("gpe:chile", "all").getList(of("gpe:chile", "all").fieldIndex("top_evidence"));
    assertThat(top)
        .extracting(shown -> shown.getAs("source") + " " + shown.getAs("evidence"))
        .containsExactly("Herald words of a5", "Courier words of a1", "Courier words of a4");
  }

  @Test
  void congruenceComparesVerdictsOverAllMonths() {
    assertThat(congruence.collectAsList())
        .extracting(
            row -> row.getString(0) + " " + row.getString(1),
            row -> row.<Long>getAs("shared_targets"),
            row -> row.<Long>getAs("congruence"),
            row -> row.<Long>getAs("conflict"),
            row -> row.<Long>getAs("net"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gpe:chile gpe:norway", 2L, 1L, 1L, 0L));
  }
}
