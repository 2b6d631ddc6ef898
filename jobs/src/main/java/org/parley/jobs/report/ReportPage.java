package org.parley.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page: one HTML file with its styles, scripts, libraries and data. What the corpus holds goes
 * in as text nodes and as JSON, never as markup; the content security policy lets only the page's
 * own scripts and styles run, by their hashes, and forbids every request.
 */
final class ReportPage {
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "dom.js",
          "evidence.js",
          "network.js",
          "stances.js",
          "charts.js",
          "blocs.js",
          "profile.js",
          "documents.js",
          "page.js");

  private ReportPage() {}

  /** The HTML. */
  static String html(ReportData data) {
    Document page = Jsoup.parse(own("report.html"));
    page.outputSettings().prettyPrint(false).charset(UTF_8);
    fillOpening(page, data);
    var hashes = new ArrayList<String>();
    String style = own("report.css");
    page.head().appendElement("style").appendChild(new DataNode(style));
    String graphStyle = own("cytoscape.css");
    // Cytoscape would write this element itself, which the policy forbids.
    page.head()
        .appendElement("style")
        .attr("id", "__________cytoscape_stylesheet")
        .appendChild(new DataNode(graphStyle));
    page.body()
        .appendElement("script")
        .attr("type", "application/json")
        .attr("id", "data")
        .appendChild(new DataNode(json(data)));
    scripts()
        .forEach(
            script -> {
              hashes.add(hash(script));
              page.body().appendElement("script").appendChild(new DataNode(script));
            });
    page.head()
        .prependElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr(
            "content",
            "default-src 'none'; script-src %s; style-src %s %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(String.join(" ", hashes), hash(style), hash(graphStyle)));
    page.head().prependElement("meta").attr("charset", "utf-8");
    return page.outerHtml();
  }

  /**
   * JSON that may stand in a script element: no character of it can end the element or a line of a
   * script.
   */
  static String json(Object data) {
    try {
      return new ObjectMapper()
          .writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> scripts() {
    return Stream.concat(
        Arrays.stream(WebLibrary.values()).map(WebLibrary::source),
        SCRIPTS.stream().map(ReportPage::own));
  }

  private static String own(String name) {
    return WebLibrary.resource("/org/parley/jobs/report/" + name);
  }

  /** What the page shows before any script runs. */
  private static void fillOpening(Document page, ReportData data) {
    var corpus = data.corpus();
    page.selectFirst("#span")
        .text(
            corpus.first() == null
                ? "No article has a date."
                : Findings.day(corpus.first()) + " to " + Findings.day(corpus.last()));
    Element facts = page.selectFirst("#facts");
    fact(facts, corpus.articles(), "articles", "");
    fact(facts, corpus.outlets().stream().filter(o -> !o.name().isEmpty()).count(), "outlets", "");
    fact(
        facts,
        corpus.clusters(),
        "independent texts",
        Findings.counted(corpus.copies(), "near-duplicate") + " counted once");
    long rejected = corpus.rejects().stream().mapToLong(ReportData.Reject::count).sum();
    fact(
        facts,
        rejected,
        "records rejected",
        corpus.rejects().stream()
            .limit(3)
            .map(reject -> reject.count() + " " + reject.reason().replace('_', ' '))
            .collect(Collectors.joining(", ")));
    fact(
        facts,
        corpus.languages().size(),
        corpus.languages().size() == 1 ? "language" : "languages",
        corpus.languages().stream()
            .limit(4)
            .map(
                language ->
                    Locale.forLanguageTag(language.what()).getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.joining(", ")));
    fact(
        facts,
        data.entities().stream().filter(e -> !e.type().equals("issue")).count(),
        "entities here",
        "");
    Element list = page.selectFirst("#findings");
    for (var finding : Findings.of(data)) {
      Element item = list.appendElement("li");
      item.appendElement("a").attr("href", finding.link()).text(finding.text());
      item.appendText(" ").appendElement("small").text(finding.certainty());
    }
    if (list.childrenSize() == 0) {
      list.appendElement("li")
          .text("Too little was found for a finding: the tables are nearly empty.");
    }
    page.selectFirst("#libraries")
        .text(
            Arrays.stream(WebLibrary.values())
                .map(WebLibrary::label)
                .collect(Collectors.joining(", ")));
    Element left = page.selectFirst("#left-out");
    for (var part : data.left()) {
      if (part.shown() < part.all()) {
        left.appendElement("li")
            .text(
                String.format(Locale.ROOT, "%,d of %,d %s", part.shown(), part.all(), part.what()));
      }
    }
    if (left.childrenSize() == 0) {
      left.parent().remove();
    }
  }

  private static void fact(Element facts, long count, String what, String more) {
    Element fact = facts.appendElement("div");
    fact.appendElement("dt").text(what);
    Element value = fact.appendElement("dd");
    value.appendElement("strong").text(String.format(Locale.ROOT, "%,d", count));
    if (!more.isEmpty()) {
      value.appendText(" ").appendElement("small").text(more);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
