package org.parley.text;

import java.util.regex.Pattern;

/** Tells text that describes a picture from text that tells a story. */
final class Captions {
  /**
   * What people in pictures do, for one and for many; forms that are nouns as well are left out.
   */
  private static final String VERB =
      "(?:poses?|speaks?|gestures|waves|arrives?|listens?|attends?|walks|looks (?:on|at|over|out|up|down)"
          + "|look (?:on|at)|shakes?|smiles|sits?|stands?|holds?|addresses the|answers questions|delivers"
          + "|talks (?:to|with|during|about|on)|talk (?:to|with)|reacts?|greets?|applauds?|boards|departs?"
          + "|leaves|embraces?|hugs?|kisses|points (?:to|at)|prays?|raises (?:his|her|a)|rides|salutes?"
          + "|testifies|visits (?:the|a|with|an)|watches|wears|carries|marches|march|gathers?|waits?|line up"
          + "|meets? (?:with|in|at|during)|participates?|takes? part|inspects?|signs (?:a|an|the|into)"
          + "|makes? (?:his|her|their|its) way|plays? (?:with|golf)|checks (?:his|her)"
          + "|(?:is|are) (?:seen|pictured|shown|displayed|photographed))";

  private static final Pattern DESCRIBES = Pattern.compile("(?:^|[ ,)])" + VERB + "\\b");

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
          + "(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\.?)";

  private static final Pattern DATED =
      Pattern.compile(
          "\\b(?:" + MONTH + " \\d{1,2},? \\d{4}|\\d{1,2} " + MONTH + ",? \\d{4}|in this undated)");

  private static final Pattern PLACES =
      Pattern.compile(
          "\\((?:L|R|C|left|right|center|centre|l|r|L-R|L to R|from left|2nd [LR]|[LR],? front|rear|top|bottom)\\)"
              + "|, (?:left|right|center|centre|second from left|second from right|third from left),? "
              + "|^(?:FILE|File) ?[-–—:] ?|^\\(?(?:L-R|L to R|From L|FROM LEFT)\\)?");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[\\p{Ll}\\d)]{3}[.!?]) (?=\\p{Lu})");

  private static final Pattern TELLS =
      Pattern.compile(
          "\\b(?:said|says|told|added|wrote|according to|announced|reported|tweeted|argued|has been|had been|would)\\b");

  private Captions() {}

  /**
   * Whether a paragraph reads as a caption by itself: present tense and a date, or left and right.
   */
  static boolean isCaption(String paragraph) {
    if (paragraph.length() > 600 || quotes(paragraph)) {
      return false;
    }
    if (PLACES.matcher(paragraph).find() && !TELLS.matcher(paragraph).find()) {
      return DESCRIBES.matcher(paragraph).find()
          || paragraph.startsWith("FILE")
          || paragraph.startsWith("File");
    }
    if (!DATED.matcher(paragraph).find() || paragraph.contains("https://")) {
      return false;
    }
    String first = firstSentence(paragraph);
    return DATED.matcher(first).find() && describes(first);
  }

  /** Whether a paragraph says in the present tense what somebody does, and reports no speech. */
  static boolean describes(String paragraph) {
    return paragraph.length() <= 600
        && !TELLS.matcher(paragraph).find()
        && DESCRIBES.matcher(paragraph).find();
  }

  /** Whether a paragraph reports what somebody said, which no caption with a credit does. */
  static boolean tells(String paragraph) {
    return TELLS.matcher(paragraph).find();
  }

  private static String firstSentence(String paragraph) {
    var end = SENTENCE_END.matcher(paragraph);
    return end.find() ? paragraph.substring(0, end.start()) : paragraph;
  }

  private static boolean quotes(String paragraph) {
    return paragraph.startsWith("\"") || paragraph.startsWith("“");
  }
}
