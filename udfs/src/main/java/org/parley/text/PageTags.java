package org.parley.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/** A page with its meta tags by name, in the page's order, and what queries find in it. */
final class PageTags {
  private final Document document;
  private final Map<String, List<String>> values = new HashMap<>();

  PageTags(Document document) {
    this.document = document;
    for (var tag : document.select("meta[content]")) {
      String content = tag.attr("content").strip();
      for (String kind : List.of("property", "name", "itemprop", "http-equiv")) {
        String key = tag.attr(kind).toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && !content.isEmpty()) {
          values.computeIfAbsent(key, k -> new ArrayList<>()).add(content);
        }
      }
    }
  }

  List<String> metas(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  String meta(String name) {
    var found = metas(name);
    return found.isEmpty() ? "" : found.get(0);
  }

  /** Where the page was fetched from, or empty. */
  String address() {
    return document.location();
  }

  /** The title element's text, or empty. */
  String documentTitle() {
    return document.title();
  }

  Elements select(String query) {
    return document.select(query);
  }

  /** The address that the page gives as its own, absolute if it can be; empty if it gives none. */
  String canonical() {
    var link = document.selectFirst("link[rel=canonical]");
    return link == null
        ? ""
        : link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href");
  }

  /** The first value of an attribute among the elements that a query finds, or empty. */
  String attribute(String query, String attribute) {
    return document.select(query).stream()
        .map(e -> e.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The text of the only element that a query finds; empty if it finds several or none. */
  String only(String query) {
    var found = document.select(query);
    return found.size() == 1 ? text(found.first()) : "";
  }

  /** The text of the first element that a query finds, or empty. */
  String text(String query) {
    return text(document.selectFirst(query));
  }

  static String text(Element element) {
    return element == null ? "" : element.text().strip();
  }

  /**
   * The first of the values that says something, in one line without entities; null if none does.
   */
  static String first(Stream<String> values) {
    return values
        .map(value -> Parser.unescapeEntities(value, false).replaceAll("\\s+", " ").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
