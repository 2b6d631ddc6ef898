package org.parley.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * Writes one self-contained HTML page from the tables: what the corpus is, who is named together,
 * who stands where. The page is built as a DOM, so whatever the corpus holds appears as text; its
 * content security policy forbids scripts and the network.
 */
public final class ReportJob {
  private static final String STAGE = "report";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private ReportJob() {}

  /**
   * What to write where.
   *
   * @param warehouse folder of the tables
   * @param output the HTML file, on any Hadoop file system
   */
  public record Config(String warehouse, String output) {
    /** A report in the warehouse itself. */
    public static Config of(String warehouse) {
      return new Config(warehouse, warehouse + "/report.html");
    }
  }

  /** Where the report is. */
  public record Result(String output) {
    /** One line for a person. */
    public String summary() {
      return "report: " + output;
    }
  }

  /** Reads the tables and writes the page in place of an older one. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley report", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    for (Table table : Table.values()) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    write(spark, config.output(), page(spark).outerHtml());
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return new Result(config.output());
  }

  private static Document page(SparkSession spark) {
    var page = Document.createShell("");
    page.charset(UTF_8);
    page.head()
        .appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY);
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    page.title("Parley report");
    page.head()
        .appendElement("style")
        .appendChild(new org.jsoup.nodes.DataNode(resource("report.css")));
    page.selectFirst("html").attr("lang", "en");
    Element main = page.body().appendElement("main");
    main.appendElement("h1").text("Who appears with whom, and who stands where");
    corpus(spark, main);
    stances(spark, main);
    pairs(spark, main);
    speakers(spark, main);
    documents(spark, main);
    return page;
  }

  private static void corpus(SparkSession spark, Element main) {
    Row row =
        spark
            .sql(
                "SELECT count(*) AS articles, count(DISTINCT source) AS outlets, count(DISTINCT text_id) AS texts,"
                    + " count(DISTINCT cluster_id) AS clusters, CAST(min(published_at) AS DATE) AS first,"
                    + " CAST(max(published_at) AS DATE) AS last, (SELECT count(*) FROM rejects) AS rejects FROM articles")
            .first();
    main.appendElement("p")
        .text(
            String.format(
                Locale.ROOT,
                "%,d articles of %,d outlets, %s to %s; %,d distinct texts, %,d when near-duplicates count once; %,d records rejected.",
                row.<Long>getAs("articles"),
                row.<Long>getAs("outlets"),
                text(row.getAs("first")),
                text(row.getAs("last")),
                row.<Long>getAs("texts"),
                row.<Long>getAs("clusters"),
                row.<Long>getAs("rejects")));
  }

  private static void stances(SparkSession spark, Element main) {
    main.appendElement("h2").text("Who stands where");
    main.appendElement("p")
        .text(
            "Found by rules in the texts, weighted by confidence, near-duplicates counted once. Read the evidence before"
                + " you repeat a row: an attribution can be wrong.");
    List<Row> rows =
        spark
            .sql(
                "SELECT coalesce(h.name, s.holder_id) AS holder, coalesce(t.name, s.target_id) AS target, s.verdict,"
                    + " s.score, s.ci_low, s.ci_high, s.cluster_count, s.outlet_count, s.first_seen, s.last_seen,"
                    + " s.top_evidence FROM stance_stats s LEFT JOIN entities h ON h.entity_id = s.holder_id"
                    + " LEFT JOIN entities t ON t.entity_id = s.target_id WHERE s.month = 'all'"
                    + " ORDER BY s.cluster_count DESC, abs(s.score) DESC, s.holder_id, s.target_id LIMIT 200")
            .collectAsList();
    Element body =
        table(
            main,
            "Holder",
            "Verdict",
            "Target",
            "Score (95% interval)",
            "Texts",
            "Outlets",
            "Since",
            "Evidence");
    for (Row row : rows) {
      Element line = body.appendElement("tr").addClass(row.<String>getAs("verdict"));
      cells(line, row.getAs("holder"), row.getAs("verdict"), label(row.getAs("target")));
      cells(
          line,
          String.format(
              Locale.ROOT,
              "%.2f (%.2f to %.2f)",
              row.<Double>getAs("score"),
              row.<Double>getAs("ci_low"),
              row.<Double>getAs("ci_high")),
          row.getAs("cluster_count"),
          row.getAs("outlet_count"),
          row.getAs("first_seen"));
      Element evidence = line.appendElement("td").appendElement("ul");
      for (Row piece : row.<Row>getList(row.fieldIndex("top_evidence"))) {
        Element item = evidence.appendElement("li");
        item.appendElement("q").text(piece.getAs("evidence"));
        item.appendText(" " + text(piece.getAs("source")));
      }
    }
  }

  private static void pairs(SparkSession spark, Element main) {
    main.appendElement("h2").text("Who is named together more than chance explains");
    main.appendElement("p")
        .text(
            "Sentences with both, near-duplicates counted once; sorted by the lower end of the log odds ratio's interval.");
    Element body =
        table(
            main,
            "One",
            "Other",
            "Sentences",
            "Expected",
            "Log odds (95% interval)",
            "q",
            "Outlets");
    spark
        .sql(
            "SELECT coalesce(a.name, c.entity_a) AS one, coalesce(b.name, c.entity_b) AS other, c.n_ab, c.expected,"
                + " c.log_odds, c.ci_low, c.ci_high, c.q_value, c.outlet_count FROM cooccurrence c"
                + " LEFT JOIN entities a ON a.entity_id = c.entity_a LEFT JOIN entities b ON b.entity_id = c.entity_b"
                + " WHERE c.context = 'sentence' AND c.month = 'all' AND c.voice = 'all' AND c.q_value < 0.05 AND NOT c.part_of"
                + " ORDER BY c.ci_low DESC, c.entity_a, c.entity_b LIMIT 100")
        .collectAsList()
        .forEach(
            row ->
                cells(
                    body.appendElement("tr"),
                    row.getAs("one"),
                    row.getAs("other"),
                    row.getAs("n_ab"),
                    String.format(Locale.ROOT, "%.1f", row.<Double>getAs("expected")),
                    String.format(
                        Locale.ROOT,
                        "%.2f (%.2f to %.2f)",
                        row.<Double>getAs("log_odds"),
                        row.<Double>getAs("ci_low"),
                        row.<Double>getAs("ci_high")),
                    String.format(Locale.ROOT, "%.2g", row.<Double>getAs("q_value")),
                    row.getAs("outlet_count")));
  }

  private static void speakers(SparkSession spark, Element main) {
    main.appendElement("h2").text("Who is quoted");
    Element body = table(main, "Speaker", "Class", "Direct", "Indirect or mixed", "Articles");
    spark
        .sql(
            "SELECT coalesce(e.name, q.speaker_text) AS speaker, q.speaker_class,"
                + " count_if(q.kind = 'direct') AS direct, count_if(q.kind <> 'direct') AS others,"
                + " count(DISTINCT q.article_id) AS articles FROM quotes q LEFT JOIN entities e ON e.entity_id = q.speaker_id"
                + " WHERE q.speaker_class <> 'unknown' GROUP BY 1, 2 ORDER BY articles DESC, speaker, speaker_class LIMIT 50")
        .collectAsList()
        .forEach(
            row ->
                cells(
                    body.appendElement("tr"),
                    row.getAs("speaker"),
                    row.getAs("speaker_class"),
                    row.getAs("direct"),
                    row.getAs("others"),
                    row.getAs("articles")));
  }

  private static void documents(SparkSession spark, Element main) {
    main.appendElement("h2").text("What became of the documents");
    Element body = table(main, "Stage", "Status or reason", "Count");
    spark
        .sql(
            "SELECT 'annotate' AS stage, status AS what, count(*) AS n FROM document_status GROUP BY status"
                + " UNION ALL SELECT stage, reason, count(*) FROM rejects GROUP BY stage, reason ORDER BY 1, 3 DESC, 2")
        .collectAsList()
        .forEach(
            row ->
                cells(
                    body.appendElement("tr"),
                    row.getAs("stage"),
                    row.getAs("what"),
                    row.getAs("n")));
  }

  private static Element table(Element main, String... headings) {
    Element table = main.appendElement("div").addClass("scroll").appendElement("table");
    Element head = table.appendElement("thead").appendElement("tr");
    for (String heading : headings) {
      head.appendElement("th").attr("scope", "col").text(heading);
    }
    return table.appendElement("tbody");
  }

  private static void cells(Element row, Object... values) {
    for (Object value : values) {
      row.appendElement("td")
          .text(value instanceof Long n ? String.format(Locale.ROOT, "%,d", n) : text(value));
    }
  }

  /** An issue's id as words: issue:nato_membership_ukraine is nato membership ukraine. */
  private static String label(String target) {
    return target.startsWith("issue:")
        ? target.substring("issue:".length()).replace('_', ' ')
        : target;
  }

  private static String text(Object value) {
    return value == null ? "–" : value.toString();
  }

  private static String resource(String name) {
    try (var in = ReportJob.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(SparkSession spark, String output, String html) {
    var hadoop = spark.sparkContext().hadoopConfiguration();
    var path = new Path(output);
    try {
      FileSystem fs = path.getFileSystem(hadoop);
      path = fs.makeQualified(path);
      var part = new Path(path.getParent(), "_" + path.getName() + ".part");
      try (OutputStream out = fs.create(part, true)) {
        out.write(html.getBytes(UTF_8));
      }
      FileContext.getFileContext(path.toUri(), hadoop).rename(part, path, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the report " + output + ": " + e.getMessage(), e);
    }
  }
}
