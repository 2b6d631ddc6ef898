package org.parley.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headline of a page, without the outlet's name. */
final class PageTitle {
  /** What some outlets write before a headline, as in {@code Opinion | }. */
  private static final Pattern SECTION_PREFIX = Pattern.compile("\\p{L}[\\p{L} ]{1,15} ?[|:] ");

  /** Tails of titles that may name the outlet. */
  private static final List<Pattern> SITE_SUFFIXES =
      List.of(
          Pattern.compile("\\s+[|»·]\\s+[^|»·]{2,50}$"),
          Pattern.compile("\\s+[–—-]\\s+[^|–—-]{2,40}$"));

  private PageTitle() {}

  /** The headline, or null if the page has none. */
  static String of(PageTags tags, JsonNode article) {
    var stated =
        PageTags.first(
            Stream.of(
                article.path("headline").asText(""),
                tags.meta("og:title"),
                tags.meta("twitter:title"),
                tags.meta("dc.title"),
                tags.meta("title"),
                tags.only("h1"),
                tags.only("h1[itemprop=headline], [itemprop=headline] h1"),
                tags.documentTitle(),
                tags.text("h1")));
    if (stated == null) {
      return null;
    }
    // Some outlets add their name to every title, or cut it; the heading shows the headline.
    for (var heading : tags.select("h1")) {
      String text = PageTags.text(heading);
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

  private static boolean namesSite(PageTags tags, String suffix) {
    String letters = letters(suffix);
    String site = letters(tags.meta("og:site_name"));
    String address = letters(tags.address() + " " + tags.canonical());
    return !letters.isEmpty()
        && ((!site.isEmpty() && (site.contains(letters) || letters.contains(site)))
            || address.contains(letters));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
