package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a part of a page as a reader sees it: one block a paragraph, heading or list item.
 */
final class PageText {

  /**
   * Text between two block boundaries.
   *
   * @param tag the element that it stands in
   * @param text the text, white space collapsed, with a line feed for a line break
   * @param linkChars how many of its characters are inside links
   */
  record Block(String tag, String text, int linkChars) {
    /** Long enough for a sentence and mostly outside links. */
    boolean isRunningText() {
      return text.length() >= 80 && linkDensity() < 0.3;
    }

    double linkDensity() {
      return (double) linkChars / Math.max(1, text.length());
    }
  }

  private PageText() {}

  static List<Block> blocks(Element root) {
    var collector = new Collector();
    NodeTraversor.traverse(collector, root);
    collector.close("div");
    return collector.blocks;
  }

  private static final class Collector implements NodeVisitor {
    final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode leaf) {
        append(leaf.getWholeText());
      } else if (node instanceof Element element) {
        if (breaks(element)) {
          close(element.parent() == null ? "div" : element.parent().normalName());
        } else if (element.normalName().equals("br")) {
          trimEnd();
          text.append('\n');
        } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
          append(" ");
        } else if (element.normalName().equals("a")) {
          links++;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (breaks(element)) {
          close(element.normalName());
        } else if (element.normalName().equals("a")) {
          links--;
        }
      }
    }

    private static boolean breaks(Element element) {
      // What readability makes of loose text beside elements.
      if (element.attr("style").contains("inline")) {
        return false;
      }
      return switch (element.normalName()) {
        case "td", "th", "br", "a" -> false;
        case "li", "tr", "dt", "dd" -> true;
        default -> element.isBlock();
      };
    }

    private void append(String more) {
      int before = text.length();
      for (int i = 0; i < more.length(); i++) {
        char c = more.charAt(i);
        if (Character.isWhitespace(c) || c == '\u00a0') {
          if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
          }
        } else {
          text.append(c);
        }
      }
      if (links > 0) {
        linkChars += text.length() - before;
      }
    }

    private void trimEnd() {
      while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.setLength(text.length() - 1);
      }
    }

    void close(String tag) {
      trimEnd();
      if (text.length() > 0) {
        blocks.add(new Block(tag, text.toString().strip(), linkChars));
      }
      text.setLength(0);
      linkChars = 0;
    }
  }
}
