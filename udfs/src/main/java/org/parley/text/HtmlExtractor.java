package org.parley.text;

import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/** Finds the article in a web page. Nothing is fetched, no script is run. */
public final class HtmlExtractor {
  private HtmlExtractor() {}

  /**
   * The article of a page; empty where the page has no story.
   *
   * @param html the page
   * @param url its address, or null
   */
  public static Optional<HtmlArticle> extract(String html, String url) {
    var document = Jsoup.parse(html, url == null ? "" : url);
    var title = document.title().isBlank() ? null : document.title();
    var content = new Readability4J(url == null ? "" : url, document).parse().getArticleContent();
    String text = content == null ? "" : content.wholeText().strip();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new HtmlArticle(title, text, null, List.of(), null, null, url));
  }
}
