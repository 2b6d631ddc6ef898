package org.parley.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

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

  private static final int MAX_JSON_NODES = 100_000;

  private static final Pattern ARTICLE_TYPE =
      Pattern.compile("(?i).*(?:Article|BlogPosting|Report|Review|LiveBlogPosting)");

  /** What some outlets write before a headline, as in {@code Opinion | }. */
  private static final Pattern SECTION_PREFIX = Pattern.compile("\\p{L}[\\p{L} ]{1,15} ?[|:] ");

  /** Tails of titles that may name the outlet. */
  private static final List<Pattern> SITE_SUFFIXES =
      List.of(
          Pattern.compile("\\s+[|»·]\\s+[^|»·]{2,50}$"),
          Pattern.compile("\\s+[–—-]\\s+[^|–—-]{2,40}$"));

  /** The day in the address of many outlets' pages. */
  private static final Pattern DAY_IN_URL =
      Pattern.compile("/(20\\d{2})[/-]?(\\d{1,2}|[a-z]{3})[/-]?(\\d{1,2})(?=[/_-]|$)");

  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)https?://.*|.*@.*|.*\\.com.*|.*\\d{4}.*|admin|staff|editor|null|undefined|");

  /** Pages' JSON-LD is often not quite JSON: line feeds inside strings, commas too many. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  static PageMetadata of(Document document) {
    var article = article(document);
    var tags = new Tags(document);
    return new PageMetadata(
        title(tags, article),
        published(tags, article).orElse(null),
        authors(tags, article),
        site(tags, article),
        language(tags, article),
        url(tags),
        article.path("articleBody").asText("").strip());
  }

  /**
   * The first object of the page's JSON-LD that is an article; an empty object if there is none.
   */
  private static JsonNode article(Document document) {
    for (var script : document.select("script[type~=(?i)ld\\+json]")) {
      String data =
          script
              .data()
              .strip()
              .replaceAll("^(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\]\\]>|\\]\\]>)$", "")
              .strip();
      while (data.endsWith(";")) {
        data = data.substring(0, data.length() - 1);
      }
      try {
        var queue = new ArrayDeque<JsonNode>();
        queue.add(JSON.readTree(data));
        for (int seen = 0; !queue.isEmpty() && seen < MAX_JSON_NODES; seen++) {
          var node = queue.remove();
          if (node.isObject() && isArticle(node.path("@type"))) {
            return node;
          }
          node.forEach(
              child -> {
                if (child.isContainerNode()) {
                  queue.add(child);
                }
              });
        }
      } catch (JsonProcessingException ignored) {
        // A page that breaks its own JSON still has its meta tags.
      }
    }
    return JSON.createObjectNode();
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (var each : type) {
        if (ARTICLE_TYPE.matcher(each.asText()).matches()) {
          return true;
        }
      }
      return false;
    }
    return ARTICLE_TYPE.matcher(type.asText()).matches();
  }

  /** The page with its meta tags by name, in the page's order. */
  private static final class Tags {
    final Document document;
    private final Map<String, List<String>> values = new HashMap<>();

    Tags(Document document) {
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
  }

  private static String title(Tags tags, JsonNode article) {
    var stated =
        first(
            Stream.of(
                article.path("headline").asText(""),
                tags.meta("og:title"),
                tags.meta("twitter:title"),
                tags.meta("dc.title"),
                tags.meta("title"),
                only(tags.document, "h1"),
                only(tags.document, "h1[itemprop=headline], [itemprop=headline] h1"),
                tags.document.title(),
                text(tags.document.selectFirst("h1"))));
    if (stated == null) {
      return null;
    }
    // Some outlets add their name to every title, or cut it; the heading shows the headline.
    for (var heading : tags.document.select("h1")) {
      String text = text(heading);
      boolean same = stated.length() >= 15 && text.startsWith(stated);
      boolean less =
          text.length() >= 15
              && (stated.startsWith(text)
                  || (stated.endsWith(text) && SECTION_PREFIX.matcher(stated).lookingAt()));
      if (text.length() <= 300 && (same || (less && stated.length() - text.length() <= 40))) {
        return text;
      }
    }
    for (var pattern : SITE_SUFFIXES) {
      var suffix = pattern.matcher(stated);
      if (suffix.find() && namesSite(tags, suffix.group())) {
        return stated.substring(0, suffix.start());
      }
    }
    return stated;
  }

  private static boolean namesSite(Tags tags, String suffix) {
    String letters = letters(suffix);
    String site = letters(tags.meta("og:site_name"));
    String address = letters(tags.document.location() + " " + canonical(tags));
    return !letters.isEmpty()
        && ((!site.isEmpty() && (site.contains(letters) || letters.contains(site)))
            || address.contains(letters));
  }

  private static Optional<OffsetDateTime> published(Tags tags, JsonNode article) {
    var stated =
        Stream.of(
            article.path("datePublished").asText(""),
            tags.meta("article:published_time"),
            tags.meta("og:article:published_time"),
            tags.meta("og:published_time"),
            tags.meta("datePublished"),
            attribute(tags.document, "[itemprop=datePublished]", "content"),
            attribute(tags.document, "[itemprop=datePublished]", "datetime"),
            tags.meta("parsely-pub-date"),
            tags.meta("sailthru.date"),
            tags.meta("article.published"),
            tags.meta("article_date_original"),
            tags.meta("cXenseParse:recs:publishtime"),
            tags.meta("dc.date.issued"),
            tags.meta("dcterms.created"),
            tags.meta("dcterms.date"),
            tags.meta("dc.date"),
            tags.meta("pubdate"),
            tags.meta("publishdate"),
            tags.meta("publish-date"),
            tags.meta("publication_date"),
            tags.meta("date"),
            article.path("dateCreated").asText(""),
            attribute(tags.document, "time[pubdate]", "datetime"),
            attribute(
                tags.document, "time.published, time.entry-date, time[class*=publi]", "datetime"),
            attribute(tags.document, "article time[datetime], header time[datetime]", "datetime"),
            attribute(tags.document, "time[datetime]", "datetime"),
            text(tags.document.selectFirst("[itemprop=datePublished]")));
    var visible =
        tags
            .document
            .select("[class*=date], [class*=time], [class*=publish], [class*=posted]")
            .stream()
            .limit(40)
            .filter(e -> e.childrenSize() <= 3)
            .map(PageMetadata::text);
    var address = Stream.of(canonical(tags), tags.document.location()).map(PageMetadata::dayInUrl);
    var dates =
        Stream.of(stated, visible, address)
            .flatMap(s -> s)
            .filter(date -> !date.isEmpty())
            .filter(date -> PublishedDate.parse(date).isPresent())
            .toList();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    // The first source wins, but another one may know the time of that day.
    var first = PublishedDate.parse(dates.get(0));
    return dates.stream()
        .filter(date -> date.length() > 12)
        .map(PublishedDate::parse)
        .flatMap(Optional::stream)
        .filter(
            d -> dates.get(0).length() <= 12 && d.toLocalDate().equals(first.get().toLocalDate()))
        .findFirst()
        .or(() -> first);
  }

  private static String dayInUrl(String url) {
    var day = DAY_IN_URL.matcher(url);
    if (!day.find()) {
      return "";
    }
    boolean number = Character.isDigit(day.group(2).charAt(0));
    return number
        ? day.group(1) + "-" + day.group(2) + "-" + day.group(3)
        : day.group(3) + " " + day.group(2) + " " + day.group(1);
  }

  private static List<String> authors(Tags tags, JsonNode article) {
    Set<String> authors = new LinkedHashSet<>();
    names(article.path("author"), authors);
    names(article.path("creator"), authors);
    for (String key :
        List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "dc.creator",
            "dcterms.creator")) {
      if (authors.isEmpty()) {
        tags.metas(key).forEach(value -> add(value, authors));
      }
    }
    for (String query :
        List.of(
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[rel=author]",
            ".byline .author, .author-name, .byline__name")) {
      if (authors.isEmpty()) {
        tags.document.select(query).stream().limit(8).forEach(e -> add(text(e), authors));
      }
    }
    return List.copyOf(authors);
  }

  private static void names(JsonNode node, Set<String> authors) {
    if (node.isArray()) {
      node.forEach(each -> names(each, authors));
    } else if (node.isObject()) {
      names(node.path("name"), authors);
    } else if (node.isTextual()) {
      add(node.asText(), authors);
    }
  }

  private static void add(String names, Set<String> authors) {
    String list =
        Parser.unescapeEntities(names, false)
            .strip()
            .replaceFirst("^(?i:(?:analysis |opinion |story |written )?by|author:)\\s+", "");
    boolean several = list.contains(" ") && list.contains(",");
    for (String name : list.split("\\s*(?:,|;| and | & |\\|)\\s*", -1)) {
      String plain = name.strip().replaceAll("\\s+", " ");
      // After a comma one word alone is the outlet: "Jane Roe, CNN".
      boolean outlet = several && !plain.contains(" ");
      if (!outlet
          && plain.length() >= 3
          && plain.length() <= 60
          && !NOT_A_NAME.matcher(plain).matches()) {
        authors.add(plain);
      }
    }
  }

  private static String site(Tags tags, JsonNode article) {
    var publisher = article.path("publisher");
    var stated =
        first(
            Stream.of(
                tags.meta("og:site_name"),
                publisher.path("name").asText(publisher.path(0).path("name").asText("")),
                tags.meta("application-name"),
                tags.meta("dc.publisher"),
                tags.meta("copyright").length() <= 40 ? tags.meta("copyright") : ""));
    return stated != null
        ? stated
        : host(first(Stream.of(url(tags) == null ? "" : url(tags), tags.document.location())));
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

  private static String language(Tags tags, JsonNode article) {
    var language =
        first(
            Stream.of(
                attribute(tags.document, "html", "lang"),
                article.path("inLanguage").asText(""),
                tags.meta("og:locale"),
                tags.meta("content-language"),
                attribute(tags.document, "html", "xml:lang")));
    return language == null ? null : language.replace('_', '-');
  }

  private static String url(Tags tags) {
    return first(
        Stream.of(canonical(tags), tags.meta("og:url"))
            .filter(u -> u.matches("(?i)https?://[^\\s<>\"]+")));
  }

  private static String canonical(Tags tags) {
    var link = tags.document.selectFirst("link[rel=canonical]");
    return link == null
        ? ""
        : link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href");
  }

  private static String attribute(Document document, String query, String attribute) {
    return document.select(query).stream()
        .map(e -> e.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The text of the only element that a query finds. */
  private static String only(Document document, String query) {
    var found = document.select(query);
    return found.size() == 1 ? text(found.first()) : "";
  }

  private static String text(Element element) {
    return element == null ? "" : element.text().strip();
  }

  private static String first(Stream<String> values) {
    return values
        .map(value -> Parser.unescapeEntities(value, false).replaceAll("\\s+", " ").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
