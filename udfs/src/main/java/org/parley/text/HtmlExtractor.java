package org.parley.text;

import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.parley.seed.Seeds;

/**
 * Finds the article in a web page. Nothing is fetched, no script is run. Safe for use by several
 * threads.
 */
public final class HtmlExtractor {
  /** Larger pages are no articles, or made to keep a machine busy: they get the short way. */
  private static final int MAX_ELEMENTS = 20_000;

  /** Nesting that no page needs; libraries that recurse would overflow the stack. */
  private static final int MAX_DEPTH = 200;

  private final StoryBlocks story;

  private HtmlExtractor(StoryBlocks story) {
    this.story = story;
  }

  /** An extractor that knows the phrases of the seeds. */
  public static HtmlExtractor of(Seeds seeds) {
    return new HtmlExtractor(new StoryBlocks(TextCleaner.of(seeds)));
  }

  /**
   * The article of a page; empty where the page has no story.
   *
   * @param html the page
   * @param url its address, or null
   */
  public Optional<HtmlArticle> extract(String html, String url) {
    String address = url == null ? "" : url;
    Document document = Jsoup.parse(html, address);
    var metadata = PageMetadata.of(document);
    String text =
        story.text(
            isOrdinary(document) ? mainPart(document) : runningText(document), metadata.title());
    if (text.isEmpty()) {
      text = metadata.articleBody();
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HtmlArticle(
                metadata.title(),
                text,
                metadata.published(),
                metadata.authors(),
                metadata.site(),
                metadata.language(),
                metadata.url() == null ? url : metadata.url()));
  }

  private static List<PageText.Block> mainPart(Document document) {
    PagePruner.prune(document);
    var content = new Readability4J(document.location(), document).parse().getArticleContent();
    return content == null ? List.of() : PageText.blocks(content);
  }

  /** Every block of the page that reads like text: work in proportion to the page. */
  private static List<PageText.Block> runningText(Document document) {
    return PageText.blocks(document.body()).stream().filter(PageText.Block::isRunningText).toList();
  }

  private static boolean isOrdinary(Document document) {
    var size = new Size();
    NodeTraversor.filter(size, document);
    return size.elements <= MAX_ELEMENTS && size.depth <= MAX_DEPTH;
  }

  private static final class Size implements NodeFilter {
    private int elements;
    private int depth;

    @Override
    public FilterResult head(Node node, int nodeDepth) {
      elements += node instanceof Element ? 1 : 0;
      depth = Math.max(depth, nodeDepth);
      return elements > MAX_ELEMENTS || depth > MAX_DEPTH
          ? FilterResult.STOP
          : FilterResult.CONTINUE;
    }
  }
}
