package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what is not its story, by what the page calls it: navigation, share blocks,
 * related links, comments, newsletter boxes, captions, what is hidden. A part that holds much of
 * the page's running text stays, whatever its name.
 */
final class PagePruner {
  /** A paragraph of running text has at least so many characters outside links. */
  private static final int RUNNING_TEXT = 80;

  /** No part is taken out that holds more than this share of the page's running text. */
  private static final double MAX_SHARE = 0.3;

  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video,"
          + " button, select, input, textarea, option, label, link, meta, map, dialog";

  private static final String HIDDEN =
      "[hidden], [aria-hidden=true], [style~=(?i)display:\\s*none], [style~=(?i)visibility:\\s*hidden]";

  private static final String NAMED_BY_TAG =
      "nav, aside, footer, header, form, figcaption, [role=navigation], [role=complementary],"
          + " [role=banner], [role=contentinfo], [role=dialog], [role=search], [role=menu],"
          + " [itemprop=author], [itemprop=datePublished], [itemprop=dateModified],"
          + " [itemprop=comment], [itemprop=publisher], [itemprop=keywords], [itemprop=headline],"
          + " [itemprop=description], [itemprop=alternativeHeadline],"
          + " [rel=author], [rel=tag], time";

  /** Names of comment sections, which may hold more text than the story. */
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:comments?|commentlist|comment[_-]?(?:list|area|section|thread|wrap\\w*|box)|"
              + "disqus\\w*|respond|fb-comments|livefyre|coral-talk)(?:$|[\\s_-])");

  private static final Pattern NOT_STORY =
      Pattern.compile(
          "(?:^|[\\s_-])(?:"
              + "share\\w*|sharing|social\\w*|sociable|addthis\\w*|addtoany|a2a|follow\\w*|rrssb|"
              + "related\\w*|recommend\\w*|recirc\\w*|outbrain|taboola|zergnet|also[_-]?like|"
              + "more[_-]?(?:from|on|stories|news|articles|posts|in|links|info)|read[_-]?(?:more|next|also)|readmore|"
              + "up[_-]?next|next[_-]?(?:up|article|story|post)|prev(?:ious)?(?:[_-]\\w+)?|"
              + "most[_-]?(?:read|popular|viewed|shared|commented)|popular\\w*|trending|"
              + "newsletters?\\w*|subscri\\w+|sign[_-]?up|signup|opt[_-]?in|mailing|"
              + "promo\\w*|advert\\w*|ads?|adbox|advt|adslot|adsense|dfp|sponsor\\w*|partners?|affiliate\\w*|"
              + "breadcrumbs?|crumbs?|side[_-]?bar|sidebar\\w*|rail|menu\\w*|nav\\w*|pag(?:er|ination)|toolbar|"
              + "footer|masthead|cookie\\w*|gdpr|consent|popup|pop[_-]?up|modal|overlay|lightbox|tooltip|"
              + "popover|hovercard|rollover[_-]\\w*block|rollover[_-]block|dropdown|"
              + "by[_-]?line\\w*|author\\w*|bio|biography|contributors?|writer|reporter|"
              + "tags?|taglist|tag[_-]?(?:list|links|cloud)|topics?|keywords|categor(?:y|ies)|cat[_-]?links|filed[_-]?under|"
              + "(?:post|entry|article|story|content|item|page)[_-]?(?:meta\\w*|info|date|footer|header|head|tools|utility|utilities|actions|tags|labels|source)|"
              + "date|dateline|timestamp|time[_-]?stamp|publish\\w*|pub[_-]?date|updated|posted[_-]?\\w*|"
              + "caption\\w*|\\w*caption|credits?|photo[_-]?\\w*credit|copyright|image[_-]?(?:meta|info|desc\\w*)|"
              + "galler(?:y|ies)|slideshow|slider|carousel|player|playlist|"
              + "print[_-]?only|print|email|donat\\w+|support[_-]?us|contribut(?:e|ion)s?|membership|"
              + "hide|hidden|is[_-]?hidden|invisible|sr[_-]?only|visually[_-]?hidden|screen[_-]?reader\\w*|"
              + "assistive\\w*|skip[_-]?\\w*|structured[_-]?data|rating|vote\\w*|poll|survey|feedback|"
              + "standfirst|dek|kicker|eyebrow|"
              + "jp-relatedposts|wp-caption-text|jump[_-]?link|back[_-]?to[_-]?top|scroll[_-]?\\w*top|"
              + "teasers?|widgets?|infobox|disclaimer|trust[_-]?\\w*"
              + ")(?:$|[\\s_-])");

  private static final Pattern RELATED =
      Pattern.compile("(?:^|[\\s_-])(?:related\\w*|recommend\\w*|also[_-]?like)(?:$|[\\s_-])");

  /** Posts of others that a story quotes are part of it, though their frames are called social. */
  private static final String QUOTED_POST =
      "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.instagram-media,"
          + " blockquote.bluesky-embed, blockquote.tiktok-embed";

  private PagePruner() {}

  /** Takes the parts out of the document itself. */
  static void prune(Document document) {
    document.select(NEVER_TEXT).remove();
    document.select(HIDDEN).remove();
    double running = runningText(document);
    removeListsUnderRelatedHeadings(document);
    keepOneArticle(document);
    for (var element : document.select("[class], [id]")) {
      if (attached(element) && isComments(element) && !holdsHeadline(element)) {
        element.remove();
      }
    }
    for (var element : document.select(NAMED_BY_TAG)) {
      removeUnlessStory(element, running);
    }
    for (var element : document.select("[class], [id]")) {
      if (NOT_STORY.matcher(names(element)).find()) {
        removeUnlessStory(element, running);
      }
    }
    freeQuotedPosts(document);
  }

  /** Puts quoted posts straight into the story, where readability takes them for part of it. */
  private static void freeQuotedPosts(Document document) {
    for (var post : document.select(QUOTED_POST)) {
      var frame = post.parent();
      while (frame != null
          && frame.normalName().equals("div")
          && frame.text().equals(post.text())) {
        var outer = frame.parent();
        frame.unwrap();
        frame = outer;
      }
      post.clearAttributes();
    }
  }

  private static void removeUnlessStory(Element element, double running) {
    boolean quotedPost =
        element.closest(QUOTED_POST) != null || element.selectFirst(QUOTED_POST) != null;
    if (!isFrame(element)
        && !quotedPost
        && attached(element)
        && runningText(element) <= MAX_SHARE * running) {
      element.remove();
    }
  }

  /** What hangs under a heading that is called related: teasers, up to the next paragraph. */
  private static void removeListsUnderRelatedHeadings(Document document) {
    for (var heading : document.select("h2, h3, h4, h5, h6")) {
      if (attached(heading) && RELATED.matcher(names(heading)).find()) {
        var next = heading.nextElementSibling();
        while (next != null && !next.normalName().matches("p|h[1-6]")) {
          var following = next.nextElementSibling();
          next.remove();
          next = following;
        }
        heading.remove();
      }
    }
  }

  /** Of several articles the story is the one with the headline; small others are teasers. */
  private static void keepOneArticle(Document document) {
    var articles = document.select("article");
    var main =
        articles.stream()
            .filter(a -> a.selectFirst("h1, [itemprop=articleBody]") != null)
            .findFirst()
            .orElse(null);
    if (main == null || articles.size() < 2) {
      return;
    }
    double length = runningText(main);
    for (var other : articles) {
      boolean contains = other.equals(main) || main.parents().contains(other);
      if (!contains && attached(other) && runningText(other) <= MAX_SHARE * length) {
        other.remove();
      }
    }
  }

  private static boolean isFrame(Element element) {
    return switch (element.normalName()) {
      case "html", "body", "main", "article" -> true;
      default -> false;
    };
  }

  private static boolean attached(Element element) {
    return element.ownerDocument() != null;
  }

  private static boolean isComments(Element element) {
    return !isFrame(element) && COMMENTS.matcher(names(element)).find();
  }

  private static boolean holdsHeadline(Element element) {
    return element.selectFirst("h1, [itemprop=articleBody]") != null;
  }

  /** Class and id in lower case, with camel case taken apart. */
  private static String names(Element element) {
    String names = element.className() + " " + element.id();
    return names
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .replace("__", "_")
        .replace("--", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Characters of the paragraphs that are running text. */
  private static double runningText(Element element) {
    List<Element> paragraphs = new ArrayList<>(element.select("p, blockquote, li, td, div"));
    double sum = 0;
    for (var paragraph : paragraphs) {
      int length = paragraph.ownText().length();
      for (var child : paragraph.children()) {
        if (!child.isBlock() && !child.normalName().equals("a")) {
          length += child.text().length();
        }
      }
      if (length >= RUNNING_TEXT) {
        sum += length;
      }
    }
    return sum;
  }
}
