package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusterCountsTest {
  private static final int JULY = 202507;
  private static final int AUGUST = 202508;

  private static ClusterMember article(
      int month, int outlet, int text, boolean representative, long... mentions) {
    return new ClusterMember(
        month, 1, outlet, text, representative, LongStream.of(mentions).sorted().toArray());
  }

  private static long in(int sentence, int paragraph, Voice voice, int entity) {
    return PackedMention.pack(sentence, paragraph, voice, entity);
  }

  private static List<ClusterCount> pairs(WindowKind kind, int most, ClusterMember... members) {
    var counts = new ArrayList<ClusterCount>();
    new ClusterCounts(kind, most).pairs(List.of(members), counts::add);
    return counts;
  }

  private static long key(Voice voice, int a, int b) {
    return PairKey.of(voice.code(), a, b);
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
    assertThat(counts)
        .containsExactly(
            new ClusterCount(key(Voice.NARRATOR, 3, 7), JULY, 1, 1, 1, 1, 1, 1),
            new ClusterCount(key(Voice.ALL, 3, 7), JULY, 1, 1, 1, 1, 1, 1));
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
    assertThat(counts)
        .extracting(ClusterCount::key, ClusterCount::windows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(key(Voice.NARRATOR, 3, 7), 1),
            org.assertj.core.groups.Tuple.tuple(key(Voice.ALL, 3, 7), 2));
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
        .extracting(ClusterCount::key)
        .containsExactly(key(Voice.CAPTION, 3, 7), key(Voice.ALL, 3, 7));
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
        .filteredOn(count -> count.key() == key(Voice.ALL, 3, 7))
        .containsExactly(
            new ClusterCount(key(Voice.ALL, 3, 7), JULY, 1, 1, 1, 1, 1, 1),
            new ClusterCount(key(Voice.ALL, 3, 7), AUGUST, 2, 0, 1, 1, 1, 1),
            new ClusterCount(key(Voice.ALL, 3, 7), ClusterCount.ALL, 1, 0, 0, -1, -1, null));
  }

  @Test
  void aLongListMakesPairsOfItsFirstEntitiesOnly() {
    var mentions = LongStream.range(0, 400).map(e -> in(0, 0, Voice.NARRATOR, (int) e)).toArray();
    assertThat(pairs(WindowKind.SENTENCE, 10, article(JULY, 1, 0, true, mentions)))
        .hasSize(2 * 10 * 9 / 2);
  }

  @Test
  void sizesAreThoseOfTheRepresentative() {
    var sizes = new ArrayList<String>();
    new ClusterCounts(WindowKind.ARTICLE, 9)
        .sizes(
            List.of(
                article(JULY, 1, 0, true, in(0, 0, Voice.NARRATOR, 3), in(1, 0, Voice.QUOTE, 7)),
                article(AUGUST, 1, 1, false, in(0, 0, Voice.NARRATOR, 3))),
            (voice, month, size) -> sizes.add(voice + " " + month + " " + size));
    assertThat(sizes).containsExactly("0 202507 1", "1 202507 1", "3 202507 2");
  }
}
