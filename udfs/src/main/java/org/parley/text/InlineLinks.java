package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph parted from the lists of links that its page shows when one points at a name: the
 * name in full, glued to the first of some headlines, and the word MORE. Where a page was saved as
 * plain text they stand in the middle of a sentence ("Dana Reyes Dana Maria ReyesFerry line to
 * close Pier reopens MORE said"), and would make names that nobody has and words that nobody said.
 *
 * @param story the paragraph without them
 * @param links each list, in order
 */
record InlineLinks(String story, List<String> links) {
  /** A name, the same name again after others of it, glued to what begins like a headline. */
  private static final Pattern LINKS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'’-])(\\p{Lu}[\\p{L}'’-]*\\p{Ll})"
              + "((?: [(\"“]?\\p{Lu}[\\p{L}.'’)\"”-]*){0,6}? \\1(?=[\\p{Lu}\\p{N}\"“‘'])"
              + ".{10,600}?[\\p{L}\\p{N}\\p{P}] MORE(?![\\p{L}\\p{N}]))");

  InlineLinks {
    links = List.copyOf(links);
  }

  /** Parts a paragraph. */
  static InlineLinks of(String paragraph) {
    if (!paragraph.contains(" MORE")) {
      return new InlineLinks(paragraph, List.of());
    }
    var story = new StringBuilder();
    var links = new ArrayList<String>();
    var matcher = LINKS.matcher(paragraph);
    int done = 0;
    while (matcher.find()) {
      story.append(paragraph, done, matcher.start(2));
      links.add(matcher.group(2).strip());
      done = matcher.end(2);
    }
    return new InlineLinks(story.append(paragraph.substring(done)).toString(), links);
  }
}
