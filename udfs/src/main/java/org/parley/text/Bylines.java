package org.parley.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote a story, when and where, in the lines that say so and in the prefix of its lede. */
final class Bylines {
  private static final String MONTH =
      "(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";

  private static final String NAME =
      "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|al|el|bin|la|le|da)){1,4}";

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:(?i:written |story |analysis |reporting |opinion |commentary )?(?i:by)[: ]\\s*\\p{Lu}[^.!?]{1,120}"
              + "|(?i:author|reporter|writer)s?: .{2,80}"
              + "|(?i:by) (?:(?i:the )?(?i:editorial board|associated press|news desk|web desk|staff)).{0,40})");

  /** "Jane Roe, Example News" and "Jane Roe and John Doe": names and nothing else. */
  private static final Pattern NAMES =
      Pattern.compile(
          NAME
              + "(?:(?:, | and | & |, and )"
              + NAME
              + "){0,4}"
              + "(?:(?:, | \\| | / | - | – | — | in | at | with )(?:(?:The |Special to |Staff |Opinion |Senior )?[\\p{Lu}][\\p{L}., ]{1,40}))?");

  private static final String TIME =
      "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?|[AP]\\.?M\\.?)?\\s?(?:[A-Z]{2,4}|[+-]\\d{2}:?\\d{2})?";

  private static final String DATE =
      "(?:(?:"
          + MONTH
          + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} "
          + MONTH
          + ",? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}))";

  private static final Pattern DATE_LINE =
      Pattern.compile(
          "(?:(?i:first |last )?(?i:published|updated|posted|modified|created|updated at|published at|last updated|as of)?(?i: on| at)?[:\\s]*)?"
              + "(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?"
              + "(?:"
              + DATE
              + "(?:,? (?:at )?(?:\\| )?"
              + TIME
              + ")?|"
              + TIME
              + "(?:,? (?:on )?(?:\\| )?"
              + DATE
              + ")?)"
              + "(?: ?(?:[/|·•-] ?)?(?i:updated|published|last updated|modified)?.{0,60})?");

  private static final Pattern UPDATED =
      Pattern.compile(
          "(?:--)?\\s*(?:(?i:this (?:story|article|report|post) was )?(?i:last )?(?i:updated|published|posted|modified)(?i: at| on)?:? ?(?:"
              + TIME
              + "|"
              + DATE
              + "|\\d+ (?i:minutes?|hours?|days?) ago).{0,40}|\\d+ (?i:minutes?|hours?|days?|weeks?) ago)");

  /** "CNN —" where the dateline stands on a line of its own. */
  private static final Pattern DATELINE_ONLY =
      Pattern.compile("\\p{Lu}{2,}(?: \\p{L}+){0,3} ?[—–-]{1,2}");

  private static final String PLACE_CAPS =
      "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";

  private static final String REGION =
      "(?:, (?:\\p{Lu}\\p{L}*\\.?(?:\\p{Lu}\\.)*(?: \\p{Lu}\\p{L}+)*))?";

  private static final String DAY = "(?:, " + MONTH + " \\d{1,2}(?:, \\d{4})?)?";

  private static final String DASH = "\\s*(?:--?|[–—]|\\.-)\\s*";

  private static final String AGENCY = "\\((?:\\p{Lu}[\\p{L}.&' /-]{1,40})\\)";

  private static final String PLACE = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}";

  /** After a place that is not in capitals, which could be a person with a nickname. */
  private static final String KNOWN_AGENCY =
      "\\((?:\\p{Lu}{2,}[\\p{L}.&' -]{0,30}|Reuters|Bloomberg|Sputnik|Xinhua"
          + "|[\\p{L} .-]{0,30}(?:News|Press|\\.com|Times|Post)[\\p{L} ]{0,20})\\)";

  /** The prefix that says where a story was filed: never a mention of that place in the story. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?:(?:"
              + PLACE_CAPS
              + REGION
              + DAY
              + " ?"
              + AGENCY
              + "|"
              + PLACE
              + REGION
              + DAY
              + "(?: \\(\\p{Lu}[\\p{L} .]{2,25}\\))? "
              + KNOWN_AGENCY
              + "|"
              + KNOWN_AGENCY
              + ")(?:"
              + DASH
              + "|: |\\s+)"
              + "|"
              + PLACE_CAPS
              + REGION
              + DAY
              + "(?: ?[—–]+ ?| --? )"
              + "|"
              + PLACE
              + ", \\p{Lu}[\\p{L}. ]{1,30}(?: ?— ?| – ))(?=[\"“‘'(]?[\\p{Lu}\\d])");

  private static final Pattern PLACE_COLON =
      Pattern.compile("(?:" + PLACE_CAPS + "(?:, " + PLACE_CAPS + ")?: )(?=[\"“‘'(]?[\\p{Lu}\\d])");

  private Bylines() {}

  /** Whether a paragraph names the writers or the time and nothing else. */
  static boolean isByline(String paragraph) {
    if (paragraph.length() > 160 || paragraph.endsWith("?") || paragraph.endsWith(":")) {
      return false;
    }
    return BYLINE.matcher(paragraph).matches()
        || DATELINE_ONLY.matcher(paragraph).matches()
        || isDate(paragraph);
  }

  static boolean isDate(String paragraph) {
    return paragraph.length() <= 120
        && (DATE_LINE.matcher(paragraph).matches() || UPDATED.matcher(paragraph).matches());
  }

  /** Whether a paragraph could be names of writers: true of any names, so its place must tell. */
  static boolean isNames(String paragraph) {
    return paragraph.length() <= 100 && NAMES.matcher(paragraph).matches();
  }

  /** The length of the dateline at the beginning of a paragraph, 0 where there is none. */
  static int dateline(String paragraph) {
    Matcher matcher = DATELINE.matcher(paragraph);
    if (matcher.lookingAt() && matcher.end() <= 80) {
      return matcher.end();
    }
    return 0;
  }

  /** The same for "NEW DELHI: "; in a transcript it would be the name of a speaker. */
  static int placeColon(String paragraph) {
    Matcher matcher = PLACE_COLON.matcher(paragraph);
    return matcher.lookingAt() && matcher.end() <= 40 ? matcher.end() : 0;
  }
}
