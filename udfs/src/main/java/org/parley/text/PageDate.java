package org.parley.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a page says its article was published: for machines, then for people, then in its address.
 */
final class PageDate {
  /** The day in the address of many outlets' pages. */
  private static final Pattern DAY_IN_URL =
      Pattern.compile("/(20\\d{2})[/-]?(\\d{1,2}|[a-z]{3})[/-]?(\\d{1,2})(?=[/_-]|$)");

  private PageDate() {}

  static Optional<OffsetDateTime> of(PageTags tags, JsonNode article) {
    var stated =
        Stream.of(
            article.path("datePublished").asText(""),
            tags.meta("article:published_time"),
            tags.meta("og:article:published_time"),
            tags.meta("og:published_time"),
            tags.meta("datePublished"),
            tags.attribute("[itemprop=datePublished]", "content"),
            tags.attribute("[itemprop=datePublished]", "datetime"),
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
            tags.attribute("time[pubdate]", "datetime"),
            tags.attribute("time.published, time.entry-date, time[class*=publi]", "datetime"),
            tags.attribute("article time[datetime], header time[datetime]", "datetime"),
            tags.attribute("time[datetime]", "datetime"),
            tags.text("[itemprop=datePublished]"));
    var visible =
        tags.select("[class*=date], [class*=time], [class*=publish], [class*=posted]").stream()
            .limit(40)
            .filter(e -> e.childrenSize() <= 3)
            .map(PageTags::text);
    var address = Stream.of(tags.canonical(), tags.address()).map(PageDate::dayInUrl);
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
}
