package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.parley.seed.Seeds;

/**
 * Decides which part every paragraph plays, and cuts credits and datelines off their paragraphs.
 */
final class SectionMarker {
  /** A caption is no longer than this, in words. */
  private static final int MAX_CAPTION = 110;

  /** Text beside a picture that only repeats what it shows. */
  private static final int MAX_ALT_TEXT = 30;

  /** A title in a list of links is no longer than this. */
  private static final int MAX_LINK_TITLE = 20;

  /** From how many words on a paragraph shows that the story has begun. */
  private static final int STORY_WORDS = 15;

  private final PhraseList phrases;
  private final Credits credits;

  SectionMarker(Seeds seeds) {
    phrases = new PhraseList(seeds);
    credits = new Credits(seeds);
  }

  /**
   * A piece of text with its section.
   *
   * @param text the piece, without white space at its ends
   * @param section its part
   * @param continues whether it stands on the same line as the piece before
   */
  record Piece(String text, Section section, boolean continues) {}

  /**
   * The pieces of an article in order.
   *
   * @param title the headline, or null; where the first paragraph repeats it, that one is marked
   * @param paragraphs the paragraphs of the body
   */
  List<Piece> mark(String title, List<String> paragraphs) {
    var drafts = new ArrayList<Draft>();
    for (String paragraph : paragraphs) {
      var parted = InlineLinks.of(paragraph);
      draft(parted.story(), drafts);
      parted.links().forEach(l -> drafts.add(new Draft(l, false, Section.BOILERPLATE)));
    }
    Headlines.mark(title, drafts);
    markLinksAndComments(drafts);
    markWriters(drafts);
    markBesidePictures(drafts);
    markBiographies(drafts);
    cutDateline(drafts);
    markLede(drafts);
    return drafts.stream()
        .map(d -> new Piece(d.text, d.section == null ? Section.BODY : d.section, d.continues))
        .toList();
  }

  private void draft(String paragraph, List<Draft> drafts) {
    var glued = drafts.size() < 12 ? credits.endInside(paragraph) : OptionalInt.empty();
    if (glued.isPresent() && Draft.words(paragraph.substring(0, glued.getAsInt())) <= MAX_CAPTION) {
      caption(paragraph.substring(0, glued.getAsInt()), drafts);
      var rest = new Draft(paragraph.substring(glued.getAsInt()).strip(), true);
      classify(rest);
      drafts.add(rest);
      return;
    }
    var draft = new Draft(paragraph, false);
    classify(draft);
    if ((draft.undecided() && draft.words <= MAX_CAPTION) || draft.section == Section.CAPTION) {
      caption(paragraph, drafts);
      if (draft.section == Section.CAPTION || drafts.get(drafts.size() - 1).section != null) {
        return;
      }
      drafts.remove(drafts.size() - 1);
    }
    drafts.add(draft);
  }

  /** Adds a caption and the credit at its end; without credit it is one only if it reads so. */
  private void caption(String paragraph, List<Draft> drafts) {
    var tail = credits.tail(paragraph);
    if (tail.isPresent() && !(Captions.tells(paragraph) && paragraph.indexOf('"') >= 0)) {
      drafts.add(
          new Draft(paragraph.substring(0, tail.getAsInt()).strip(), false, Section.CAPTION));
      drafts.add(
          new Draft(paragraph.substring(tail.getAsInt()).strip(), true, Section.BOILERPLATE));
      return;
    }
    boolean caption =
        Captions.isCaption(paragraph)
            || phrases.label(paragraph).filter(l -> l == PhraseList.Label.CAPTION).isPresent();
    drafts.add(new Draft(paragraph, false, caption ? Section.CAPTION : null));
  }

  private void classify(Draft draft) {
    String text = draft.text;
    if (credits.isLine(text)) {
      draft.section = Section.BOILERPLATE;
      draft.creditLine = true;
      return;
    }
    draft.label = phrases.label(text).orElse(null);
    if (draft.label != null) {
      draft.section =
          switch (draft.label) {
            case BOILERPLATE, LINKS, COMMENTS, CAPTION_HEAD -> Section.BOILERPLATE;
            case BYLINE -> Section.BYLINE;
            case CAPTION -> Section.CAPTION;
          };
    } else if (Notices.isNotice(text)) {
      draft.section = Section.BOILERPLATE;
    } else if (Bylines.isByline(text)) {
      draft.section = Section.BYLINE;
    }
  }

  private static void markLinksAndComments(List<Draft> drafts) {
    boolean links = false;
    for (int i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      if (draft.label == PhraseList.Label.COMMENTS && i * 2 > drafts.size()) {
        drafts.subList(i, drafts.size()).forEach(d -> d.section = Section.BOILERPLATE);
        return;
      }
      if (draft.label == PhraseList.Label.LINKS) {
        links = true;
      } else if (links && draft.undecided()) {
        links = draft.words <= MAX_LINK_TITLE && !draft.text.matches("(?s).*[.!][\"”’')]*");
        draft.section = links ? Section.BOILERPLATE : null;
      }
    }
  }

  /** Undecided short text beside a caption, a line of credit or the word caption is one. */
  private static void markBesidePictures(List<Draft> drafts) {
    boolean begun = false;
    for (int i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      if (!draft.undecided()) {
        continue;
      }
      var before = i > 0 ? drafts.get(i - 1) : null;
      var after = i + 1 < drafts.size() ? drafts.get(i + 1) : null;
      boolean besideCaption = isCaption(before) || isCaption(after) || isCredit(before);
      boolean overCredit = after != null && after.creditLine;
      boolean underCredit = before != null && before.creditLine;
      boolean headed = before != null && before.label == PhraseList.Label.CAPTION_HEAD;
      boolean mayBe = draft.words <= MAX_CAPTION / 2 && !Captions.tells(draft.text);
      boolean shows = mayBe && Captions.describes(draft.text);
      boolean fragment = mayBe && !draft.endsSentence();
      if ((besideCaption && shows && draft.words <= MAX_ALT_TEXT)
          || (overCredit && (shows || fragment || (mayBe && !begun)))
          || (underCredit && fragment && !begun)
          || (headed && draft.words <= MAX_CAPTION / 2)) {
        draft.section = Section.CAPTION;
      }
      begun |= draft.undecided() && draft.words >= STORY_WORDS;
    }
  }

  private static boolean isCaption(Draft draft) {
    return draft != null && draft.section == Section.CAPTION;
  }

  private static boolean isCredit(Draft draft) {
    return draft != null && draft.continues && draft.section == Section.BOILERPLATE;
  }

  /** Names before the story begins are its writers. */
  private static void markWriters(List<Draft> drafts) {
    for (var draft : drafts) {
      if (draft.undecided()) {
        if (draft.words >= STORY_WORDS || draft.endsSentence()) {
          return;
        }
        if (Bylines.isNames(draft.text)) {
          draft.section = Section.BYLINE;
        }
      }
    }
  }

  /** Who the writers are, after the story. */
  private static void markBiographies(List<Draft> drafts) {
    for (int i = drafts.size() - 1; i > drafts.size() / 2; i--) {
      var draft = drafts.get(i);
      if (draft.undecided()) {
        boolean name = i < drafts.size() - 1 && draft.words <= 4 && Bylines.isNames(draft.text);
        if (!name && !Notices.isBiography(draft)) {
          return;
        }
        draft.section = Section.BOILERPLATE;
      }
    }
  }

  private static void cutDateline(List<Draft> drafts) {
    boolean transcript =
        drafts.stream().filter(d -> d.undecided() && Bylines.placeColon(d.text) > 0).count() > 1;
    int tried = 0;
    for (int i = 0; i < drafts.size() && tried < 3; i++) {
      var draft = drafts.get(i);
      if (!draft.undecided()) {
        continue;
      }
      int length = Bylines.dateline(draft.text);
      if (length == 0 && tried == 0 && !transcript) {
        length = Bylines.placeColon(draft.text);
      }
      if (length > 0 && length < draft.text.length()) {
        drafts.set(
            i, new Draft(draft.text.substring(0, length).strip(), draft.continues, Section.BYLINE));
        drafts.add(i + 1, new Draft(draft.text.substring(length).strip(), true));
        return;
      }
      tried++;
    }
  }

  private static void markLede(List<Draft> drafts) {
    drafts.stream()
        .filter(d -> d.undecided() && (d.words >= STORY_WORDS || d.endsSentence()))
        .findFirst()
        .or(() -> drafts.stream().filter(Draft::undecided).findFirst())
        .ifPresent(d -> d.section = Section.LEDE);
  }
}
