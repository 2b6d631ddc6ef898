package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties over random clusters: what is counted does not depend on how it is put together. */
class PostingsTest {
  private static final Calendar CALENDAR = Calendar.of(List.of("2025-07", "2025-08"));
  private static final int OUTLETS = 5;

  private static List<List<ClusterMember>> clusters(int seed) {
    var random = new SplittableRandom(seed);
    var clusters = new ArrayList<List<ClusterMember>>();
    for (int c = 0; c < 20; c++) {
      var members = new ArrayList<ClusterMember>();
      int copies = 1 + random.nextInt(3);
      long[] mentions = random.longs(6, 0, 6).map(PostingsTest::mention).sorted().toArray();
      for (int i = 0; i < copies; i++) {
        int day = 1 + random.nextInt(28);
        int month = random.nextInt(2);
        members.add(
            new ClusterMember(
                "a" + c + i,
                month,
                day,
                Calendar.week(CALENDAR.epochDay(month, day)),
                random.nextInt(OUTLETS + 1),
                0,
                i == 0,
                new int[0],
                mentions));
      }
      clusters.add(members);
    }
    return clusters;
  }

  private static long mention(long number) {
    return PackedMention.pack((int) number % 2, 0, Voice.NARRATOR, (int) number);
  }

  private static Postings counted(List<List<ClusterMember>> clusters) {
    var postings = new Postings(4);
    var counts = new ClusterPostings(WindowKind.SENTENCE, 100);
    clusters.forEach(members -> counts.pairs(members, postings));
    postings.sort();
    return postings;
  }

  /** Every sum of every key, over all time, months and weeks. */
  private static List<String> sums(Postings postings) {
    var adder = new Sums.Adder(CALENDAR, CALENDAR.every(), OUTLETS);
    var rows = new ArrayList<String>();
    for (int begin = 0; begin < postings.size(); ) {
      int end = begin;
      while (end < postings.size() && postings.key(end) == postings.key(begin)) {
        end++;
      }
      for (var unit : Sums.Stretch.values()) {
        for (Sums sums : adder.over(unit, postings, begin, end)) {
          rows.add(
              "%d %s %d: %d windows %d articles %d texts %d clusters %d outlets %d-%d"
                  .formatted(
                      postings.key(begin),
                      unit.label(),
                      sums.stretch,
                      sums.windows,
                      sums.articles,
                      sums.texts,
                      sums.clusters,
                      sums.outlets,
                      sums.first,
                      sums.last));
        }
      }
      begin = end;
    }
    return rows;
  }

  private static byte[] bytes(Postings postings) {
    var writer = new Postings.Writer();
    for (int i = 0; i < postings.size(); i++) {
      writer.add(postings.key(i), postings.posting(i));
    }
    return writer.take();
  }

  @Property(tries = 50, seed = "20250818")
  void theOrderOfTheClustersDoesNotMatter(@ForAll int seed) {
    var clusters = clusters(seed);
    var shuffled = new ArrayList<>(clusters);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(sums(counted(shuffled))).isEqualTo(sums(counted(clusters)));
  }

  @Property(tries = 50, seed = "20250818")
  void twoHalvesMergeToTheWhole(@ForAll int seed) {
    var clusters = clusters(seed);
    var merged = new Postings(4);
    merged.addAll(bytes(counted(clusters.subList(0, 7))));
    merged.addAll(bytes(counted(clusters.subList(7, 20))));
    merged.sort();
    assertThat(sums(merged)).isNotEmpty().isEqualTo(sums(counted(clusters)));
  }

  @Property(tries = 50, seed = "20250818")
  void monthsMergeToTheWhole(@ForAll int seed) {
    var whole = counted(clusters(seed));
    var writers = List.of(new Postings.Writer(), new Postings.Writer());
    for (int i = 0; i < whole.size(); i++) {
      long posting = whole.posting(i);
      writers.get(Posting.month(posting)).add(whole.key(i), posting);
    }
    var merged = new Postings(4);
    int[] same = {0, 1, 2, 3, 4, 5};
    merged.addAll(writers.get(1).take(), 1, same, same);
    merged.addAll(writers.get(0).take(), 0, same, same);
    merged.sort();
    assertThat(sums(merged)).isEqualTo(sums(whole));
  }

  @Property(tries = 50, seed = "20250818")
  void copiesChangeOnlyTheNumberOfArticlesAndOutlets(@ForAll int seed) {
    var clusters = clusters(seed);
    var alone = clusters.stream().map(members -> members.subList(0, 1)).toList();
    var with = wholes(counted(clusters));
    assertThat(with).isNotEmpty().isEqualTo(wholes(counted(alone)));
  }

  /** Windows, texts and clusters over all time. */
  private static List<String> wholes(Postings postings) {
    return sums(postings).stream()
        .filter(row -> row.contains(" all "))
        .map(row -> row.replaceAll("\\d+ articles|\\d+ outlets.*", ""))
        .toList();
  }

  @Example
  void aStateKeepsItsOrderUnderOtherNumbers() {
    var postings = new Postings(4);
    postings.add(PairKey.of(3, 0, 1), Posting.of(0, 5, 1, Posting.ALONE, 2));
    postings.add(PairKey.of(3, 1, 2), Posting.of(0, 6, 2, 0, 70_000));
    var read = new Postings(4);
    read.addAll(bytes(postings), 1, new int[] {4, 8, 9}, new int[] {0, 7, 9});
    assertThat(read.key(0)).isEqualTo(PairKey.of(3, 4, 8));
    assertThat(read.posting(0)).isEqualTo(Posting.of(1, 5, 7, Posting.ALONE, 2));
    assertThat(read.key(1)).isEqualTo(PairKey.of(3, 8, 9));
    assertThat(read.posting(1)).isEqualTo(Posting.of(1, 6, 9, 0, 70_000));
  }
}
