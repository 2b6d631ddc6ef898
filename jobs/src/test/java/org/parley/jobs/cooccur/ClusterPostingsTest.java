package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusterPostingsTest {
  private static final int JULY = 0;
  private static final int AUGUST = 1;

  private static ClusterMember article(
      int month, int outlet, int text, boolean representative, long... mentions) {
    return new ClusterMember(
        "a",
        month,
        1,
        month * 4,
        outlet,
        text,
        representative,
        new int[0],
        LongStream.of(mentions).sorted().toArray());
  }

  private static long in(int sentence, int paragraph, Voice voice, int entity) {
    return PackedMention.pack(sentence, paragraph, voice, entity);
  }

  /** Voice, entities: month, outlet, marks, windows. */
  private static List<String> pairs(WindowKind kind, int most, ClusterMember... members) {
    var postings = new Postings(1);
    new ClusterPostings(kind, most).pairs(List.of(members), postings);
    var rows = new ArrayList<String>();
    for (int i = 0; i < postings.size(); i++) {
      long key = postings.key(i);
      long posting = postings.posting(i);
      rows.add(
          "%d %d-%d: %d %d %s %d"
              .formatted(
                  PairKey.voice(key),
                  PairKey.first(key),
                  PairKey.second(key),
                  Posting.month(posting),
                  Posting.outlet(posting),
                  Integer.toBinaryString(Posting.marks(posting)),
                  Posting.windows(posting)));
    }
    return rows;
  }

  @Test
  void anEntityCountsOnceInAWindow() {
    var counts =
        pairs(
            WindowKind.SENTENCE,
            9,
            article(
                JULY,
                1,
                0,
                true,
                in(0, 0, Voice.NARRATOR, 7),
                in(0, 0, Voice.NARRATOR, 7),
                in(0, 0, Voice.NARRATOR, 3)));
    assertThat(counts).containsExactly("0 3-7: 0 1 111111111 1", "3 3-7: 0 1 111111111 1");
  }

  @Test
  void windowsOfAnArticleAddUp() {
    var counts =
        pairs(
            WindowKind.SENTENCE,
            9,
            article(
                JULY,
                1,
                0,
                true,
                in(0, 0, Voice.QUOTE, 3),
                in(0, 0, Voice.NARRATOR, 7),
                in(200_000, 90_000, Voice.NARRATOR, 3),
                in(200_000, 90_000, Voice.NARRATOR, 7)));
    assertThat(counts).containsExactly("0 3-7: 0 1 111111111 1", "3 3-7: 0 1 111111111 2");
  }

  @Test
  void aParagraphHoldsItsSentences() {
    var member =
        article(
            JULY,
            1,
            0,
            true,
            in(0, 0, Voice.CAPTION, 3),
            in(1, 0, Voice.CAPTION, 7),
            in(2, 1, Voice.CAPTION, 8));
    assertThat(pairs(WindowKind.SENTENCE, 9, member)).isEmpty();
    assertThat(pairs(WindowKind.PARAGRAPH, 9, member))
        .containsExactly("2 3-7: 0 1 111111111 1", "3 3-7: 0 1 111111111 1");
    assertThat(pairs(WindowKind.ARTICLE, 9, member)).hasSize(6);
  }

  @Test
  void aCopyInAnotherMonthCountsThereButOnceInAll() {
    long[] mentions = {in(0, 0, Voice.NARRATOR, 3), in(0, 0, Voice.NARRATOR, 7)};
    var counts =
        pairs(
            WindowKind.SENTENCE,
            9,
            article(JULY, 1, 0, true, mentions),
            article(AUGUST, 2, 0, false, mentions));
    assertThat(counts)
        .containsExactly(
            "0 3-7: 0 1 111111111 1",
            "0 3-7: 1 2 11011011 0",
            "3 3-7: 0 1 111111111 1",
            "3 3-7: 1 2 11011011 0");
  }

  /** Sentence 1 is new, 2 was printed by another outlet, 3 by its own. */
  @Test
  void aSentenceOfAnEarlierTextCountsOnceInEachOutlet() {
    var mentions =
        LongStream.of(1, 2, 3)
            .flatMap(
                sentence ->
                    LongStream.of(
                        in((int) sentence, 0, Voice.NARRATOR, 3),
                        in((int) sentence, 0, Voice.NARRATOR, 7)))
            .sorted()
            .toArray();
    var member = new ClusterMember("a", JULY, 1, JULY, 1, 0, true, new int[] {4, 7}, mentions);
    assertThat(pairs(WindowKind.SENTENCE, 9, member))
        .filteredOn(row -> row.startsWith("3"))
        .containsExactly("3 3-7: 0 1 111111111 1", "3 3-7: 0 1 1010000000 0");
    assertThat(pairs(WindowKind.PARAGRAPH, 9, member))
        .filteredOn(row -> row.startsWith("3"))
        .containsExactly("3 3-7: 0 1 111111111 1");

    var postings = new Postings(1);
    new ClusterPostings(WindowKind.SENTENCE, 9).pairs(List.of(member), postings);
    postings.sort();
    var calendar = Calendar.of(List.of("2025-07"));
    var adder = new Sums.Adder(calendar, calendar.every(), 1);
    var all = adder.over(Sums.Stretch.ALL, postings, 2, 4).get(0);
    var outlet = adder.over(Sums.Stretch.OUTLET, postings, 2, 4).get(0);
    assertThat(List.of(all.windows, all.articles, all.clusters)).containsExactly(1L, 1L, 1L);
    assertThat(List.of(outlet.windows, outlet.articles, outlet.clusters))
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void aSlidingWindowCountsHowNearTwoAre() {
    var member =
        article(
            JULY,
            1,
            0,
            true,
            in(4, 0, Voice.NARRATOR, 3),
            in(5, 0, Voice.NARRATOR, 7),
            in(6, 0, Voice.NARRATOR, 8),
            in(90, 5, Voice.NARRATOR, 9));
    assertThat(pairs(WindowKind.sliding(3), 9, member))
        .filteredOn(row -> row.startsWith("3"))
        .containsExactly(
            "3 3-7: 0 1 111111111 2", "3 3-8: 0 1 111111111 1", "3 7-8: 0 1 111111111 2");
  }

  @Test
  void eachMentionIsInAsManySlidingWindows() {
    var postings = new Postings(1);
    new ClusterPostings(WindowKind.sliding(5), 9)
        .entities(
            List.of(
                article(JULY, 1, 0, true, in(0, 0, Voice.QUOTE, 3), in(70, 7, Voice.NARRATOR, 4))),
            postings);
    for (int i = 0; i < postings.size(); i++) {
      assertThat(Posting.windows(postings.posting(i))).isEqualTo(5);
    }
  }

  @Test
  void aLongListMakesPairsOfItsFirstEntitiesOnly() {
    var mentions = LongStream.range(0, 400).map(e -> in(0, 0, Voice.NARRATOR, (int) e)).toArray();
    assertThat(pairs(WindowKind.SENTENCE, 10, article(JULY, 1, 0, true, mentions)))
        .hasSize(2 * 10 * 9 / 2);
  }

  @Test
  void windowsAreThoseOfTheRepresentative() {
    var sizes = new ArrayList<String>();
    new ClusterPostings(WindowKind.ARTICLE, 9)
        .windows(
            List.of(
                article(JULY, 1, 0, true, in(0, 0, Voice.NARRATOR, 3), in(1, 0, Voice.QUOTE, 7)),
                article(AUGUST, 1, 1, false, in(0, 0, Voice.NARRATOR, 3))),
            (member, window) ->
                sizes.add(
                    member.month() + ": " + window.size(0) + window.size(1) + window.size(3)));
    assertThat(sizes).containsExactly("0: 112");
  }
}
