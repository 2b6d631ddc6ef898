package org.parley.jobs.report;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What was read, what was kept and what became of it. */
final class CorpusSection {
  private CorpusSection() {}

  /** Counts the views {@code articles}, {@code rejects} and {@code document_status}. */
  static ReportData.Corpus read(SparkSession spark, Limits limits) {
    var total =
        new Cells(
            spark
                .sql(
                    "SELECT count(*) AS articles, count(DISTINCT text_id) AS texts, count(DISTINCT cluster_id) AS clusters,"
                        + " to_date(min(published_at)) AS first, to_date(max(published_at)) AS last,"
                        + " count_if(published_at IS NULL) AS undated FROM articles")
                .first());
    return new ReportData.Corpus(
        total.count("articles"),
        total.count("texts"),
        total.count("clusters"),
        total.count("articles") - total.count("clusters"),
        total.day("first"),
        total.day("last"),
        total.count("undated"),
        Cells.rows(
            spark,
            "SELECT coalesce(source, '') AS name, count(*) AS n, to_date(min(published_at)) AS first,"
                + " to_date(max(published_at)) AS last FROM articles GROUP BY 1 ORDER BY n DESC, name",
            row ->
                new ReportData.Outlet(
                    row.text("name"), row.count("n"), row.day("first"), row.day("last"))),
        counts(spark, "SELECT language AS what, count(*) AS n FROM articles GROUP BY 1"),
        Cells.rows(
            spark,
            "SELECT stage, reason, count(*) AS n, min(concat(regexp_extract(input_uri, '[^/]*$', 0), coalesce(': ' || detail, '')))"
                + " AS example FROM rejects GROUP BY stage, reason ORDER BY n DESC, stage, reason",
            row ->
                new ReportData.Reject(
                    row.text("stage"), row.text("reason"), row.count("n"), row.text("example"))),
        counts(spark, "SELECT status AS what, count(*) AS n FROM document_status GROUP BY 1"),
        Cells.rows(
            spark,
            "SELECT a.title, a.source, s.status, s.reason FROM document_status s JOIN articles a USING (text_id)"
                + " WHERE s.status <> 'ok' ORDER BY s.status, a.article_id LIMIT "
                + limits.troubles(),
            row ->
                new ReportData.Trouble(
                    row.text("title"),
                    row.text("source"),
                    row.text("status"),
                    row.text("reason"))));
  }

  private static List<ReportData.Count> counts(SparkSession spark, String sql) {
    return Cells.rows(
        spark,
        sql + " ORDER BY n DESC, what",
        row -> new ReportData.Count(row.text("what"), row.count("n")));
  }
}
