package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The story among the blocks of a page's main part. */
final class StoryBlocks {
  /** A block with more than this share of its characters in links is a link. */
  private static final double LINK = 0.9;

  /** A link of so many words is the title of another story. */
  private static final int TITLE_WORDS = 4;

  private final TextCleaner cleaner;

  StoryBlocks(TextCleaner cleaner) {
    this.cleaner = cleaner;
  }

  /**
   * The text of the story, paragraphs separated by an empty line: without its headline and what
   * stands between that and the first paragraph, without captions, bylines and boilerplate, without
   * links to other stories.
   */
  String text(List<PageText.Block> blocks, String title) {
    var kept = new ArrayList<String>();
    boolean begun = false;
    for (var block : blocks) {
      begun |= isParagraph(block);
      boolean heading = block.tag().matches("h[1-6]");
      if ((begun || !heading) && !isLinkToOther(block)) {
        kept.add(block.text());
      }
    }
    var marked = cleaner.clean(title, String.join("\n\n", begun ? kept : texts(blocks)));
    var story = new ArrayList<String>();
    var paragraphs = marked.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      var paragraph = paragraphs.get(i);
      String text = marked.text().substring(paragraph.begin(), paragraph.end());
      switch (paragraph.section()) {
        case LEDE, BODY -> {
          if (dateline(marked, i - 1)) {
            story.set(story.size() - 1, story.get(story.size() - 1) + " " + text);
          } else {
            story.add(text);
          }
        }
        case BYLINE -> {
          if (dateline(marked, i)) {
            story.add(text);
          }
        }
        case HEADLINE, CAPTION, BOILERPLATE -> {}
      }
    }
    return String.join("\n\n", story);
  }

  /** Whether a paragraph is the prefix of the lede, which stands on the same line. */
  private static boolean dateline(SectionedText marked, int index) {
    if (index < 0 || index + 1 >= marked.paragraphs().size()) {
      return false;
    }
    var paragraph = marked.paragraphs().get(index);
    var next = marked.paragraphs().get(index + 1);
    return paragraph.section() == Section.BYLINE
        && next.section() == Section.LEDE
        && next.begin() == paragraph.end() + 1;
  }

  private static List<String> texts(List<PageText.Block> blocks) {
    return blocks.stream().map(PageText.Block::text).collect(Collectors.toList());
  }

  private static boolean isParagraph(PageText.Block block) {
    return !block.tag().matches("h[1-6]")
        && block.linkDensity() < 0.5
        && block.text().split(" ", -1).length >= 8;
  }

  private static boolean isLinkToOther(PageText.Block block) {
    return block.linkDensity() > LINK
        && !block.tag().equals("li")
        && !block.tag().matches("h[1-6]")
        && block.text().split(" ", -1).length >= TITLE_WORDS;
  }
}
