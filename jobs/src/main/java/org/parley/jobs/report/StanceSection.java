package org.parley.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Holders and targets with the most to show, their months, and the words that show them.
 *
 * @param stances the stances, still without evidence, those with a verdict first
 * @param evidence for each of them, the places that show it
 * @param all pairs of holder and target that the tables hold
 */
record StanceSection(List<ReportData.Stance> stances, List<List<Shown>> evidence, long all) {
  /** A place that shows a stance, still to be found in its sentence. */
  record Shown(Place place, ReportData.Evidence evidence) {}

  private record Key(String holder, String target) {
    static Key of(Cells row) {
      return new Key(row.text("holder_id"), row.text("target_id"));
    }
  }

  static StanceSection read(SparkSession spark, Limits limits) {
    var strongest =
        spark
            .sql(
                "SELECT * FROM stance_stats WHERE month = 'all' ORDER BY verdict = 'insufficient', cluster_count DESC,"
                    + " abs(score) DESC, holder_id, target_id LIMIT "
                    + limits.stances())
            .drop("top_evidence");
    spark
        .createDataFrame(strongest.collectAsList(), strongest.schema())
        .createOrReplaceTempView("report_stances");
    var months = new HashMap<Key, List<List<Object>>>();
    Cells.each(
        spark,
        "SELECT s.* FROM stance_stats s LEFT SEMI JOIN report_stances r ON r.holder_id = s.holder_id"
            + " AND r.target_id = s.target_id WHERE s.month NOT IN ('all', 'unknown') ORDER BY s.month",
        row ->
            months
                .computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                .add(
                    List.of(
                        row.text("month"),
                        row.measure("score"),
                        row.measure("ci_low"),
                        row.measure("ci_high"),
                        row.count("cluster_count"))));
    var shown = new HashMap<Key, List<Shown>>();
    Cells.each(
        spark,
        EVIDENCE.formatted(limits.evidencePerSide()),
        row -> shown.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(shown(row)));
    var stances =
        Cells.rows(
            spark,
            "SELECT * FROM report_stances ORDER BY verdict = 'insufficient', cluster_count DESC, abs(score) DESC, holder_id, target_id",
            row -> stance(row, months.getOrDefault(Key.of(row), List.of())));
    return new StanceSection(
        stances,
        stances.stream()
            .map(stance -> shown.getOrDefault(new Key(stance.holder(), stance.target()), List.of()))
            .toList(),
        spark.sql("SELECT 1 FROM stance_stats WHERE month = 'all'").count());
  }

  /** One place of each near-duplicate cluster and side; the present first, then the surest. */
  private static final String EVIDENCE =
      """
      WITH independent AS (
        SELECT e.*, t.source, t.published_at, row_number() OVER (PARTITION BY e.holder_id, e.target_id, e.polarity, t.cluster_id
          ORDER BY e.time = 'past', e.confidence DESC, t.published_at, e.article_id, e.begin) AS copy
        FROM stance_evidence e LEFT SEMI JOIN report_stances r ON r.holder_id = e.holder_id AND r.target_id = e.target_id
        JOIN articles t ON t.article_id = e.article_id),
      spread AS (
        SELECT *, row_number() OVER (PARTITION BY holder_id, target_id, polarity, source
          ORDER BY time = 'past', confidence DESC, published_at, article_id, begin) AS turn
        FROM independent WHERE copy = 1),
      ranked AS (
        SELECT *, row_number() OVER (PARTITION BY holder_id, target_id, polarity
          ORDER BY time = 'past', turn, confidence DESC, published_at, article_id, begin) AS place FROM spread)
      SELECT * FROM ranked WHERE place <= %d ORDER BY holder_id, target_id, place, polarity
      """;

  /** The entities and issues that the stances name. */
  Set<String> entities() {
    var ids = new TreeSet<String>();
    stances.forEach(stance -> ids.addAll(List.of(stance.holder(), stance.target())));
    return ids;
  }

  Stream<Place> wanted() {
    return evidence.stream().flatMap(List::stream).map(Shown::place);
  }

  /** The stances with the words that show them, those of the prevailing side first. */
  List<ReportData.Stance> with(Excerpts excerpts) {
    var out = new ArrayList<ReportData.Stance>();
    for (int i = 0; i < stances.size(); i++) {
      var s = stances.get(i);
      var words =
          evidence.get(i).stream()
              .filter(shown -> excerpts.spots().containsKey(shown.place()))
              .map(shown -> at(shown.evidence(), excerpts.spots().get(shown.place())))
              .sorted(Comparator.comparing(e -> -e.polarity() * Math.signum(s.score())))
              .toList();
      out.add(
          new ReportData.Stance(
              s.holder(),
              s.target(),
              s.verdict(),
              s.score(),
              s.low(),
              s.high(),
              s.favour(),
              s.texts(),
              s.articles(),
              s.outlets(),
              s.first(),
              s.last(),
              s.months(),
              words));
    }
    return out;
  }

  private static ReportData.Evidence at(ReportData.Evidence e, Excerpts.Spot spot) {
    return new ReportData.Evidence(
        spot.excerpt(),
        spot.begin(),
        spot.end(),
        e.polarity(),
        e.score(),
        e.confidence(),
        e.channel(),
        e.time(),
        e.conditional(),
        e.frame());
  }

  private static Shown shown(Cells row) {
    return new Shown(
        Place.of(row),
        new ReportData.Evidence(
            0,
            0,
            0,
            (int) row.count("polarity"),
            row.measure("score"),
            row.measure("confidence"),
            row.text("channel"),
            row.text("time"),
            row.flag("conditional"),
            row.text("frame")));
  }

  private static ReportData.Stance stance(Cells row, List<List<Object>> months) {
    return new ReportData.Stance(
        row.text("holder_id"),
        row.text("target_id"),
        row.text("verdict"),
        row.measure("score"),
        row.measure("ci_low"),
        row.measure("ci_high"),
        row.measure("p_favour"),
        row.count("cluster_count"),
        row.count("article_count"),
        row.count("outlet_count"),
        row.day("first_seen"),
        row.day("last_seen"),
        months,
        List.of());
  }
}
