package org.parley.text;

import java.util.regex.Pattern;

/** What outlets write under their stories: rights, addresses, desks, and who the writers are. */
final class Notices {
  private static final int MAX_NOTICE = 400; // characters
  private static final int MAX_BIOGRAPHY = 100; // words

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:©|\\(c\\) ?\\d{4}|Copyright ?(?:©|\\(c\\)|\\d{4})).{0,300}"
              + "|Visit (?:us (?:at|on) |the \\P{Ll}.{2,60} (?:at|on) )?(?:https?://)?(?:www\\.)?[\\w.-]+\\.(?:com|org|net|info|co\\.uk|eu|de|[a-z]{2})\\b.{0,40}"
              + "|[^\\p{L}\\p{N}]*(?:https?://\\S+|www\\.\\S+|@\\w{2,30}|[\\w.+-]+@[\\w-]+\\.[\\w.]+)[^\\p{L}\\p{N}]*"
              + "|(?:Follow|Find|Read|See|More|For more|Learn|Watch)\\b.{0,200}\\bhttps?://\\S+"
              // The initials of an agency's desk.
              + "|[a-z]{2,5}(?:[-/][a-z]{2,4})+(?: ?\\([\\p{L}, ]+\\))?"
              + "|(?:Also|More|Read more|First published) (?:on|at) (?:www\\.)?[\\w-]+\\.(?:com|org|net|co)\\b.{0,150}"
              + "|[^\\p{L}\\p{N}]+"
              + "|[^\\p{L}\\p{N}]*(?:(?:You can )?(?:[Ff]ollow|[Ee]-?mail|[Cc]ontact|[Rr]each|[Ww]rite to)|Twitter:|Email:|Tips?:).{0,160}(?:@\\w|[Oo]n (?:Twitter|X|Facebook|Instagram|Bluesky|Threads)\\b).{0,200}"
              + "|(?:(?:-{1,3}|[—–]|\\*)\\s?)(?:[Ww]ith |[Bb]y |[Ee]dit|[Rr]eport|This (?:story|report|article)|[Uu]pdated|.{3,60} contributed|\\p{Lu}[\\p{L}.'’-]+ \\p{Lu}[\\p{L}'’-]+$).{0,300}");

  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "[^\\p{L}\\p{N}]{0,3}(?:Dr\\. |The Rev\\. )?\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|al|el|bin)){0,4}(?:, [^,]{1,40},| \\(@\\w+\\))? "
              + "(?:is|was|are|has been|covers|writes|reports|joined|can be reached)\\b.*");

  private static final Pattern WRITES_FOR_A_LIVING =
      Pattern.compile(
          "\\b(?:columnists?|writers?|reporters?|correspondents?|journalists?|editors?|editor-in-chief|contributors?|contributing|blogger|"
              + "author of|authors of|fellow (?:at|with)|host of|hosts|commentator|freelance|covers|writes|@\\w+|reached at|editorial board)\\b");

  private Notices() {}

  /** Whether a paragraph is nothing but such a notice. */
  static boolean isNotice(String paragraph) {
    return paragraph.length() <= MAX_NOTICE && NOTICE.matcher(paragraph).matches();
  }

  /** Whether a paragraph tells who a writer is. */
  static boolean isBiography(Draft draft) {
    return draft.words <= MAX_BIOGRAPHY
        && draft.text.indexOf('“') < 0
        && BIOGRAPHY.matcher(draft.text).matches()
        && WRITES_FOR_A_LIVING.matcher(draft.text).find();
  }
}
