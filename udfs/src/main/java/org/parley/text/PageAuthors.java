package org.parley.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Who wrote a page's article: the names alone, each once, without outlets and addresses. */
final class PageAuthors {
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)https?://.*|.*@.*|.*\\.com.*|.*\\d{4}.*|admin|staff|editor|null|undefined|");

  private PageAuthors() {}

  static List<String> of(PageTags tags, JsonNode article) {
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
        tags.select(query).stream().limit(8).forEach(e -> add(PageTags.text(e), authors));
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
}
