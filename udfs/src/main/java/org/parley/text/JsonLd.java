package org.parley.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What a page says of its article in schema.org's JSON-LD. */
final class JsonLd {
  private static final int MAX_JSON_NODES = 100_000;

  private static final Pattern ARTICLE_TYPE =
      Pattern.compile("(?i).*(?:Article|BlogPosting|Report|Review|LiveBlogPosting)");

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

  private JsonLd() {}

  /**
   * The first object of the page's JSON-LD that is an article; an empty object if there is none.
   */
  static JsonNode article(Document document) {
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
}
