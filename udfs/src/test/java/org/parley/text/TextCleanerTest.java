package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.text.Section.BODY;
import static org.parley.text.Section.BOILERPLATE;
import static org.parley.text.Section.BYLINE;
import static org.parley.text.Section.CAPTION;
import static org.parley.text.Section.HEADLINE;
import static org.parley.text.Section.LEDE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.seed.Seeds;

class TextCleanerTest {
  private static final TextCleaner CLEANER = TextCleaner.of(Seeds.bundled());

  private static final String LEDE_TEXT =
      "The harbour council voted on Tuesday to close the old pier, a decision that fishermen in the town had feared for years.";
  private static final String BODY_TEXT =
      "The mayor said the repair would have cost more than the town earns from the pier in a decade.";

  private static List<String> marked(SectionedText text) {
    return text.paragraphs().stream()
        .map(p -> p.section().label() + ": " + text.text().substring(p.begin(), p.end()))
        .toList();
  }

  private static List<String> clean(String title, String... lines) {
    return marked(CLEANER.clean(title, String.join("\n\n", lines)));
  }

  /** The section of a paragraph that stands between a story's lede and its last paragraph. */
  private static Section inside(String paragraph) {
    var text = CLEANER.clean(null, LEDE_TEXT + "\n\n" + paragraph + "\n\n" + BODY_TEXT);
    return text.paragraphs().get(1).section();
  }

  @Test
  void putsTheHeadlineBeforeTheBody() {
    var text = CLEANER.clean("Council closes pier", LEDE_TEXT + "\n" + BODY_TEXT);
    assertThat(text.text()).isEqualTo("Council closes pier\n\n" + LEDE_TEXT + "\n\n" + BODY_TEXT);
    assertThat(text.paragraphs())
        .extracting(Paragraph::section)
        .containsExactly(HEADLINE, LEDE, BODY);
  }

  @Test
  void doesNotRepeatAHeadlineThatTheBodyBeginsWith() {
    assertThat(
            clean("Council closes old pier | Harbour Herald", "Council closes old pier", LEDE_TEXT))
        .containsExactly("headline: Council closes old pier", "lede: " + LEDE_TEXT);
  }

  @Test
  void findsTheHeadlineOfATextWithoutATitle() {
    assertThat(clean(null, "Council closes old pier", LEDE_TEXT, BODY_TEXT))
        .startsWith("headline: Council closes old pier", "lede: " + LEDE_TEXT);
  }

  @Test
  void normalizesWhiteSpaceAndInvisibleCharactersOnly() {
    var text =
        CLEANER.clean(
            null,
            "A\u00a0caf\u00e9\u200b  opened\ttoday \r\nin the old\u0007 port of T\u00f8nder.\r\n");
    assertThat(text.text())
        .isEqualTo("A caf\u00e9 opened today\n\nin the old port of T\u00f8nder.");
  }

  @Test
  void resolvesCharacterReferences() {
    assertThat(CLEANER.clean(null, "Tick &amp; Son &#8212; it&rsquo;s over.").text())
        .isEqualTo("Tick & Son \u2014 it\u2019s over.");
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(CLEANER.clean(null, "a\ud83db \ud83d\ude00").text())
        .isEqualTo("a\ufffdb \ud83d\ude00");
  }

  @Test
  void joinsHardWrappedLines() {
    String wrapped =
        """
        The harbour council voted on Tuesday to close the old pier, a
        decision that fishermen in the town had feared for many years
        and that the mayor defended in a long speech before the vote.

        Two members of the council left the room before the vote and
        said that they would take the matter to the county court, the
        only body that can stop the work before it begins in October.
        """;
    assertThat(clean(null, wrapped))
        .hasSize(2)
        .first()
        .asString()
        .contains("pier, a decision that")
        .contains("years and that");
  }

  @Test
  void keepsLinesOfDifferentLengthApart() {
    assertThat(
            CLEANER
                .clean(null, "First short line.\nA second line that is longer.\nThird.")
                .paragraphs())
        .hasSize(3);
  }

  @Test
  void makesACreditAtTheEndOfACaptionAParagraphOfItsOwn() {
    assertThat(
            clean(
                "Council closes pier",
                "Fishermen stand on the old pier in Port Alder on May 3, 2024. (Jane Roe/AFP/Getty Images)",
                LEDE_TEXT))
        .containsExactly(
            "headline: Council closes pier",
            "caption: Fishermen stand on the old pier in Port Alder on May 3, 2024.",
            "boilerplate: (Jane Roe/AFP/Getty Images)",
            "lede: " + LEDE_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILE - The mayor of Port Alder waves to supporters in this May 3, 2020, photo.",
        "FILE PHOTO: A trawler leaves Port Alder.",
        "Left to right, the mayor, the harbour master and the bishop at the opening.",
        "The mayor of Port Alder speaks during a session of the council in Port Alder, Friday, May 3, 2024.",
        "The harbour master, left, greets the bishop on the pier.",
        "Trawlers are seen in the port of Port Alder on 3 May 2024.",
      })
  void marksCaptions(String paragraph) {
    assertThat(inside(paragraph)).isEqualTo(CAPTION);
  }

  @Test
  void marksTheTextBesideACaptionThatSaysWhatThePictureShows() {
    assertThat(
            clean(
                "Council closes pier",
                "Fishermen pose with the mayor.",
                "Left to right, three fishermen and the mayor at the pier. (Jane Roe/Reuters)",
                LEDE_TEXT))
        .contains("caption: Fishermen pose with the mayor.");
  }

  @Test
  void marksTheParagraphUnderTheWordCaption() {
    assertThat(
            clean(
                "Council closes pier",
                LEDE_TEXT,
                "Image caption",
                "The mayor fears storms",
                BODY_TEXT))
        .contains("boilerplate: Image caption", "caption: The mayor fears storms");
  }

  @Test
  void marksTheFragmentOverALineOfCredit() {
    assertThat(
            clean(
                "Council closes pier",
                "The pier on Friday.",
                "Jane Roe/AFP/Getty Images",
                LEDE_TEXT))
        .contains("caption: The pier on Friday.", "boilerplate: Jane Roe/AFP/Getty Images");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share",
        "Share this article",
        "Advertisement",
        "ADVERTISEMENT:",
        "Story continues below",
        "Read more: Why the pier matters to the town",
        "With assistance from Jane Roe and John Doe.",
        "Reporting by Jane Roe; Editing by John Doe",
        "(Additional reporting by Jane Roe in Port Alder)",
        "Jane Roe and The Associated Press contributed to this report.",
        "— John Doe contributed.",
        "© 2024 Harbour Herald Ltd.",
        "Copyright 2024 The Harbour Herald. All rights reserved.",
        "Visit harbourherald.com.",
        "Distributed by Example Content Agency, LLC.",
        "Sign up for our newsletter to get the news from the port every morning.",
        "Get the best of the Herald delivered to your inbox.",
        "Support independent journalism. Donate today.",
        "Follow Jane Roe on Twitter @janeroe",
        "Have a tip? Write to tips@harbourherald.example",
        "This article was updated at noon to add a comment by the mayor.",
        "The opinions expressed by columnists are their own.",
        "Photograph: Jane Roe/AFP/Getty Images",
        "REUTERS/Jane Roe",
        "Enlarge this image toggle caption Jane Roe/AP",
        "This article is more than 3 years old",
        "***",
        "jr/jd (AFP, dpa)",
        "Source: Example News and news agencies",
        "Follow our coverage of ports at https://herald.example/ports",
        "Our Standards: The Example Trust Principles.",
        "The Herald is not responsible for the content of external sites.",
      })
  void marksBoilerplate(String paragraph) {
    assertThat(inside(paragraph)).isEqualTo(BOILERPLATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share prices fell after the vote, and the company that runs the ferry lost a tenth of its value.",
        "\"Follow us on the water and you will see what the pier means,\" one of them said.",
        "The council has made a donation of the old cranes to the museum.",
        "Also on the agenda was a report about the lighthouse.",
        "More than 300 people had signed the letter.",
        "Read the letter before you vote, the harbour master told the council.",
        "Copyright law was the subject of the second debate, which ended without a vote.",
        "Published studies put the cost far lower, the county engineer said.",
        "Contributing to the decline, she said, was the new road.",
        "The visit to Port Alder on May 3, 2024 was the first by a minister.",
        "The bishop holds that the pier belongs to the town.",
        "(The harbour master declined to comment.)",
        "(Laughter) The council then turned to the lighthouse.",
      })
  void leavesTheStoryAlone(String paragraph) {
    assertThat(inside(paragraph)).isEqualTo(BODY);
  }

  @Test
  void marksLinksUnderTheirHeadAndStopsAtTheStory() {
    assertThat(clean("Council closes pier", LEDE_TEXT, "Related", "Ferry line to close", BODY_TEXT))
        .containsExactly(
            "headline: Council closes pier",
            "lede: " + LEDE_TEXT,
            "boilerplate: Related",
            "boilerplate: Ferry line to close",
            "body: " + BODY_TEXT);
  }

  @Test
  void putsALinkListOutOfItsSentence() {
    assertThat(
            clean(
                "Council closes pier",
                LEDE_TEXT,
                "The plan of Dana Reyes Dana Maria ReyesFerry line to close Reyes: 'No more debts'"
                    + " Pier reopens MORE's council was opposed by Ann McKay Ann (Annie) McKay5 things"
                    + " to know about the harbour MORE (I-North Quay), who wants MORE ferries."))
        .containsExactly(
            "headline: Council closes pier",
            "lede: " + LEDE_TEXT,
            "body: The plan of Dana Reyes's council was opposed by Ann McKay (I-North Quay), who"
                + " wants MORE ferries.",
            "boilerplate: Dana Maria ReyesFerry line to close Reyes: 'No more debts' Pier reopens"
                + " MORE",
            "boilerplate: Ann (Annie) McKay5 things to know about the harbour MORE");
  }

  @Test
  void marksCommentsToTheEnd() {
    assertThat(
            clean(
                "Council closes pier",
                LEDE_TEXT,
                BODY_TEXT,
                "2 Comments",
                "I told you so, all of you!"))
        .endsWith("boilerplate: 2 Comments", "boilerplate: I told you so, all of you!");
  }

  @Test
  void marksWritersAndTimeBeforeTheStory() {
    assertThat(
            clean(
                "Council closes pier",
                "By Jane Roe",
                "Updated at 3:05 p.m. ET",
                "Jane Roe and John Doe",
                LEDE_TEXT,
                BODY_TEXT))
        .containsSubsequence(
            "byline: By Jane Roe",
            "byline: Updated at 3:05 p.m. ET",
            "byline: Jane Roe and John Doe");
  }

  @Test
  void marksTheBiographyOfTheWriter() {
    assertThat(
            clean(
                "Council closes pier",
                LEDE_TEXT,
                BODY_TEXT,
                "Jane Roe is a staff writer for the Harbour Herald and the author of a book about piers."))
        .last()
        .asString()
        .startsWith("boilerplate: Jane Roe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT ALDER (AP) —",
        "PORT ALDER, Maine (AP) —",
        "PORT ALDER, May 3 (Reuters) -",
        "Port Alder (CNN)",
        "(Reuters) -",
        "PORT ALDER —",
        "PORT ALDER:",
        "PORT ALDER/OSLO (Reuters) –",
      })
  void cutsTheDatelineOffTheLede(String dateline) {
    assertThat(clean("Council closes pier", dateline + " " + LEDE_TEXT, BODY_TEXT))
        .startsWith("headline: Council closes pier", "byline: " + dateline, "lede: " + LEDE_TEXT);
  }

  @Test
  void doesNotTakeSpeakersOfATranscriptForDatelines() {
    assertThat(
            clean(
                "A talk",
                "JANE ROE: You closed the old pier today, Mr. Mayor.",
                "MAYOR: Yes, we did."))
        .noneMatch(line -> line.startsWith(BYLINE.label()));
  }

  @Test
  void changesNoWord() {
    String body =
        "Share\n\nFILE - The pier. (Jane Roe/AP)\n\nPORT ALDER (AP) — "
            + LEDE_TEXT
            + "\n\n"
            + BODY_TEXT;
    var text = CLEANER.clean(null, body);
    assertThat(text.text().split("\\s+")).containsExactly(body.split("\\s+"));
  }

  @Test
  void paragraphsAreInOrderAndSeparatedByWhiteSpace() {
    var text = CLEANER.clean("T\u00edtulo", "One. (Jane Roe/AP)\nTwo three four.\n\n\nShare");
    int end = 0;
    for (var paragraph : text.paragraphs()) {
      assertThat(text.text().substring(end, paragraph.begin())).isBlank();
      end = paragraph.end();
    }
    assertThat(end).isEqualTo(text.text().length());
  }

  @Test
  void hasNoParagraphsForAnEmptyText() {
    assertThat(CLEANER.clean(null, " \n\u200b").paragraphs()).isEmpty();
  }

  @Test
  void canLeaveATextAsItIs() {
    String raw = "Share\r\n\r\n  A caf\u00e9\u00a0here. \n";
    var text = TextCleaner.unchanged(raw);
    assertThat(text.text()).isEqualTo(raw);
    assertThat(marked(text)).containsExactly("body: Share", "body: A caf\u00e9\u00a0here.");
  }

  @Test
  void saysWhereTheSeedsAreWrong() {
    var seeds =
        Seeds.bundled().with("text/phrases.csv", "section,where,words,phrase\nfoo,start,9,x\n");
    assertThatThrownBy(() -> TextCleaner.of(seeds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("seeds file text/phrases.csv, record 1: ");
  }
}
