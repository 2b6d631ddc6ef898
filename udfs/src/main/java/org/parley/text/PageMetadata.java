package org.parley.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * What a page says about its article, for machines first: JSON-LD of schema.org, then meta tags,
 * then microdata, then what is written for people. What it does not say is null or empty.
 */
record PageMetadata(
    String title,
    OffsetDateTime published,
    List<String> authors,
    String site,
    String language,
    String url,
    String articleBody) {

  static PageMetadata of(Document document) {
    var article = JsonLd.article(document);
    var tags = new PageTags(document);
    return new PageMetadata(
        PageTitle.of(tags, article),
        PageDate.of(tags, article).orElse(null),
        PageAuthors.of(tags, article),
        site(tags, article),
        language(tags, article),
        url(tags),
        article.path("articleBody").asText("").strip());
  }

  private static String site(PageTags tags, JsonNode article) {
    var publisher = article.path("publisher");
    var stated =
        PageTags.first(
            Stream.of(
                tags.meta("og:site_name"),
                publisher.path("name").asText(publisher.path(0).path("name").asText("")),
                tags.meta("application-name"),
                tags.meta("dc.publisher"),
                tags.meta("copyright").length() <= 40 ? tags.meta("copyright") : ""));
    return stated != null
        ? stated
        : host(PageTags.first(Stream.of(url(tags) == null ? "" : url(tags), tags.address())));
  }

  private static String host(String url) {
    if (url == null) {
      return null;
    }
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.replaceFirst("^www\\.", "");
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String language(PageTags tags, JsonNode article) {
    var language =
        PageTags.first(
            Stream.of(
                tags.attribute("html", "lang"),
                article.path("inLanguage").asText(""),
                tags.meta("og:locale"),
                tags.meta("content-language"),
                tags.attribute("html", "xml:lang")));
    return language == null ? null : language.replace('_', '-');
  }

  private static String url(PageTags tags) {
    return PageTags.first(
        Stream.of(tags.canonical(), tags.meta("og:url"))
            .filter(u -> u.matches("(?i)https?://[^\\s<>\"]+")));
  }
}
