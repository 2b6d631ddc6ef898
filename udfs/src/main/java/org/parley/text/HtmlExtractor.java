package org.parley.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.parley.seed.Seeds;

/**
 * Finds the article in a web page. Nothing is fetched, no script is run. Safe for use by several
 * threads.
 */
public final class HtmlExtractor {
  private HtmlExtractor() {}

  /** An extractor that knows the phrases of the seeds. */
  public static HtmlExtractor of(Seeds seeds) {
    return new HtmlExtractor();
  }

  /**
   * The article of a page; empty where the page has no story.
   *
   * @param html the page
   * @param url its address, or null
   */
  public Optional<HtmlArticle> extract(String html, String url) {
    var document = Jsoup.parse(html, url == null ? "" : url);
    var title = document.title().isBlank() ? null : document.title();
    PagePruner.prune(document);
    var content = new Readability4J(url == null ? "" : url, document).parse().getArticleContent();
    String text =
        content == null
            ? ""
            : PageText.blocks(content).stream()
                .map(PageText.Block::text)
                .collect(Collectors.joining("\n\n"));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new HtmlArticle(title, text, null, List.of(), null, null, url));
  }
}
