package org.parley.jobs.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Independent texts per day, week or month, of the whole corpus and of single entities. */
final class TimelineSection {
  private enum Unit {
    DAY,
    WEEK,
    MONTH;

    /** A few hundred points at most fit on a line. */
    static Unit between(LocalDate first, LocalDate last) {
      long days = ChronoUnit.DAYS.between(first, last);
      return days <= 92 ? DAY : days <= 1100 ? WEEK : MONTH;
    }

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    LocalDate next(LocalDate day) {
      return switch (this) {
        case DAY -> day.plusDays(1);
        case WEEK -> day.plusWeeks(1);
        case MONTH -> day.plusMonths(1);
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private TimelineSection() {}

  /**
   * Counts texts by their day.
   *
   * @param corpus gives the first and the last day
   * @param entities ids of the entities to count
   */
  static ReportData.Timeline read(
      SparkSession spark, ReportData.Corpus corpus, Collection<String> entities) {
    if (corpus.first() == null) {
      return new ReportData.Timeline(Unit.DAY.word(), List.of(), List.of(), Map.of());
    }
    var last = LocalDate.parse(corpus.last());
    var unit = Unit.between(LocalDate.parse(corpus.first()), last);
    var places = new HashMap<String, Integer>();
    var begins = new ArrayList<String>();
    for (var day = unit.begin(LocalDate.parse(corpus.first()));
        !day.isAfter(last);
        day = unit.next(day)) {
      places.put(day.toString(), begins.size());
      begins.add(day.toString());
    }
    spark
        .createDataset(List.copyOf(entities), Encoders.STRING())
        .toDF("entity_id")
        .createOrReplaceTempView("report_timelines");
    String begin = "to_date(date_trunc('" + unit.word() + "', a.published_at)) AS begin";
    var lines = new TreeMap<String, List<Long>>();
    Cells.each(
        spark,
        COUNTS.formatted(begin, begin),
        row ->
            lines
                .computeIfAbsent(
                    row.text("entity_id"),
                    id -> new ArrayList<>(Collections.nCopies(begins.size(), 0L)))
                .set(places.get(row.day("begin")), row.count("n")));
    var all = lines.remove("");
    return new ReportData.Timeline(unit.word(), begins, all, lines);
  }

  /** The empty entity is the whole corpus. */
  private static final String COUNTS =
      """
      SELECT '' AS entity_id, %s, count(DISTINCT a.cluster_id) AS n
      FROM articles a WHERE a.published_at IS NOT NULL GROUP BY 1, 2
      UNION ALL
      SELECT m.entity_id, %s, count(DISTINCT a.cluster_id)
      FROM (SELECT DISTINCT article_id, entity_id FROM mentions LEFT SEMI JOIN report_timelines USING (entity_id)) m
      JOIN articles a ON a.article_id = m.article_id
      WHERE a.published_at IS NOT NULL GROUP BY 1, 2
      """;
}
