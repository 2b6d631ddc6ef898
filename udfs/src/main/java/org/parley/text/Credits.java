package org.parley.text;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.seed.Seeds;

/** Who took a picture, as news pages write it: at the end of a caption or in a line of its own. */
final class Credits {
  static final String FILE = "text/agencies.csv";

  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*";
  private static final String PERSON =
      NAME + "(?:[ -](?:" + NAME + "|de|van|von|der|al|el|bin|la|le|da|dos)){0,4}";

  /** Names and what stands between them, in no sentence. */
  private static final String SOURCE =
      "(?:[\\p{Lu}@©\\d][\\p{L}\\p{N}.'’&@-]*|via|for|of|the|and|by|courtesy)"
          + "(?:[ /,|–—-]{1,3}(?:[\\p{Lu}@©\\d][\\p{L}\\p{N}.'’&@-]*|via|for|of|the|and|by|courtesy|file|de|van|von|handout|pool|picture|alliance|dpa|photo|images|stock)){0,11}";

  /** A credit after the last sentence of a caption, or as a whole paragraph. */
  private final Pattern tail;

  private final Pattern line;
  private final Pattern inside;

  Credits(Seeds seeds) {
    String agencies =
        seeds.csv(FILE).stream()
            .map(row -> row.get("name"))
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    String slashed =
        "(?:"
            + PERSON
            + ",? ?(?:/|\\||–|—) ?)?"
            + agencies
            + "(?: ?(?:/|via|,|and|\\||-) ?(?:"
            + agencies
            + "|"
            + PERSON
            + "))*";
    String labelled =
        "(?i:(?:file )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|graphic|credits?|video|screen ?(?:shot|grab))"
            + "(?: ?(?:by|from|credits?|courtesy(?: of)?|source|via|provided by)\\b:?| ?[:/©]| ?\\.\\.\\.))"
            + " ?"
            + SOURCE;
    String wire =
        "(?:AP (?:File )?(?:Photo|Images?)|Photo|REUTERS|Reuters|EPA|AFP|Getty|Pool|POOL|Handout)(?: Photo)?(?: ?/ ?| via )[^()\\[\\]]{2,80}?|AP (?:File )?Photo(?:, File)?";
    String courtesy =
        "(?i:courtesy|handout|supplied|provided|contributed)\\b[^()\\[\\]]{0,80}?|©[^()\\[\\]]{2,80}?";
    String named = PERSON + " ?[/|] ?[\\p{Lu}][^()\\[\\]]{1,60}?";
    String credit = "(?:" + labelled + "|" + wire + "|" + slashed + "|" + courtesy + ")";
    String bracketed =
        "[(\\[](?:" + credit + "|" + named + ")(?:, (?:File|file|pool|Pool))?\\.?[)\\]]";
    tail =
        Pattern.compile(
            "(?:\\s*"
                + bracketed
                + "|(?<=[.!?\"”’)])\\s*(?:"
                + labelled
                + "|"
                + wire
                + "|"
                + PERSON
                + " ?/ ?"
                + agencies
                + "(?: ?(?:/|via) ?"
                + agencies
                + ")*"
                + "|"
                + agencies
                + "))\\.?$");
    line =
        Pattern.compile(
            "(?:"
                + bracketed
                + "|"
                + credit
                + "|"
                + PERSON
                + " (?:for|/) ?"
                + agencies
                + "|\\([^()]{2,40}/[^()]{2,40}\\))\\.?");
    inside =
        Pattern.compile(
            "[(\\[](?:" + wire + "|" + PERSON + "/" + agencies + "(?:/" + agencies + ")*)[)\\]]");
  }

  /** Where the credit at the end of a paragraph begins, white space before it included. */
  OptionalInt tail(String paragraph) {
    // The longest credit looked for; a search from the left of a long paragraph would be slow.
    int from = Math.max(0, paragraph.length() - 160);
    Matcher matcher = tail.matcher(paragraph).region(from, paragraph.length());
    matcher.useTransparentBounds(true);
    return matcher.find() && matcher.start() > 0
        ? OptionalInt.of(matcher.start())
        : OptionalInt.empty();
  }

  /** Whether a paragraph is a credit and nothing else. */
  boolean isLine(String paragraph) {
    return paragraph.length() <= 120 && line.matcher(paragraph).matches();
  }

  /** Where a credit ends after which the paragraph goes on: a caption glued to the story. */
  OptionalInt endInside(String paragraph) {
    if (paragraph.indexOf('/') < 0) {
      return OptionalInt.empty();
    }
    Matcher matcher = inside.matcher(paragraph);
    return matcher.find() && matcher.end() < paragraph.length() - 1
        ? OptionalInt.of(matcher.end())
        : OptionalInt.empty();
  }
}
