package org.parley.jobs.report;

import java.util.List;
import java.util.Map;

/**
 * A small page about a river dam, with names, titles and addresses that would like to be markup.
 */
final class SampleReport {
  static final String HOSTILE_NAME = "<img src=x onerror=\"document.title='gone'\">";
  static final String HOSTILE_TITLE = "</script><script>document.title='gone'</script>";
  static final String HOSTILE_ID = "org:\"><script>document.title='gone'</script>";

  private SampleReport() {}

  static ReportData data() {
    return new ReportData(
        new ReportData.Corpus(
            1200,
            1100,
            1050,
            150,
            "2025-03-03",
            "2025-04-11",
            2,
            List.of(
                new ReportData.Outlet("Harbour Post", 700, "2025-03-03", "2025-04-11"),
                new ReportData.Outlet(HOSTILE_NAME, 500, "2025-03-05", "2025-04-10")),
            List.of(new ReportData.Count("en", 1200)),
            List.of(new ReportData.Reject("ingest", "not_english", 3, "a.jsonl: " + HOSTILE_TITLE)),
            List.of(new ReportData.Count("ok", 1099), new ReportData.Count("truncated", 1)),
            List.of(
                new ReportData.Trouble(
                    HOSTILE_TITLE, "Harbour Post", "truncated", "over 200000 characters"))),
        List.of(
            entity("gpe:northland", "Northland", "country", 40),
            entity("gpe:southland", "Southland", "country", 30),
            entity("per:mira_holt", "Mira Holt", "person", 9),
            entity(HOSTILE_ID, HOSTILE_NAME, "organization", 8),
            entity("issue:river_dam", "the river dam", "issue", 0)),
        List.of(
            pair("gpe:northland", "gpe:southland", 12, 1e-6, List.of(0)),
            pair("gpe:northland", "per:mira_holt", 4, 0.2, List.of(1)),
            pair("gpe:southland", HOSTILE_ID, 3, 0.01, List.of(1))),
        List.of(
            stance("gpe:northland", "favour", 0.7, List.of(evidence(0, 10, 29, 1))),
            stance("gpe:southland", "against", -0.6, List.of(evidence(0, 47, 59, -1))),
            stance("per:mira_holt", "insufficient", 0.1, List.of(evidence(1, 0, 9, 1))),
            stance(HOSTILE_ID, "favour", 0.5, List.of(evidence(1, 0, 9, 1)))),
        List.of(
            new ReportData.Excerpt(
                0,
                "Northland backs the river dam, while Southland <b>fears</b> it.",
                List.of(List.of(0, 9, "gpe:northland"), List.of(37, 46, "gpe:southland"))),
            new ReportData.Excerpt(
                1,
                "Mira Holt would rather wait, Northland was told.",
                List.of(List.of(0, 9, "per:mira_holt"), List.of(29, 38, "gpe:northland")))),
        List.of(
            new ReportData.Article(
                HOSTILE_TITLE, "Harbour Post", "javascript:document.title='gone'", "2025-03-04"),
            new ReportData.Article(
                "Talks on the dam", "Valley Letter", "https://example.org/dam", "2025-04-02")),
        new ReportData.Timeline(
            "week",
            List.of("2025-03-03", "2025-03-10", "2025-03-17", "2025-03-24"),
            List.of(5L, 9L, 4L, 3L),
            Map.of(
                "gpe:northland",
                List.of(1L, 8L, 2L, 1L),
                "gpe:southland",
                List.of(2L, 2L, 2L, 1L),
                HOSTILE_ID,
                List.of(0L, 1L, 0L, 0L))),
        List.of(new ReportData.Burst("gpe:northland", "2025-03-10", "2025-03-16", 4.2, 8)),
        List.of(new ReportData.Agreement("gpe:northland", "gpe:southland", 1, 0, 1)),
        List.of(List.of("gpe:northland", HOSTILE_ID)),
        List.of(
            new ReportData.LeftOut("pairs of entities", 3, 90),
            new ReportData.LeftOut("bursts", 1, 1)));
  }

  static ReportData empty() {
    return new ReportData(
        new ReportData.Corpus(
            0, 0, 0, 0, null, null, 0, List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ReportData.Timeline("day", List.of(), List.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ReportData.Entity entity(String id, String name, String type, long clusters) {
    return new ReportData.Entity(
        id, name, type, 2 * clusters, clusters, clusters, 2, "gpe:northland", 0.1, "");
  }

  private static ReportData.Pair pair(
      String a, String b, long n, double q, List<Integer> excerpts) {
    return new ReportData.Pair(
        a,
        b,
        n,
        2,
        0.4,
        10.0 * n,
        2.5,
        1.5,
        3.5,
        q,
        false,
        n > 3,
        n,
        2,
        "2025-03-04",
        "2025-04-02",
        n > 10
            ? List.of(
                List.of("2025-03", 8, 0.4, 50.0, 1.2, 0.001),
                List.of("2025-04", 4, 0.3, 20.0, 0.9, 0.01))
            : List.of(List.of("2025-04", n, 0.3, 20.0, 0.9, q)),
        excerpts);
  }

  private static ReportData.Stance stance(
      String holder, String verdict, double score, List<ReportData.Evidence> evidence) {
    return new ReportData.Stance(
        holder,
        "issue:river_dam",
        verdict,
        score,
        score - 0.2,
        score + 0.2,
        score > 0 ? 0.97 : 0.03,
        5,
        6,
        2,
        "2025-03-04",
        "2025-04-02",
        List.of(
            List.of("2025-03", score, score - 0.3, score + 0.3, 3),
            List.of("2025-04", score / 2, score - 0.4, score + 0.4, 2)),
        evidence);
  }

  private static ReportData.Evidence evidence(int excerpt, int begin, int end, int polarity) {
    return new ReportData.Evidence(
        excerpt, begin, end, polarity, 0.8 * polarity, 0.8, "direct", "now", false, "back.v");
  }
}
