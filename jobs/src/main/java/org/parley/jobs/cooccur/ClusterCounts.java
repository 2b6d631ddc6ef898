package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts the windows of one near-duplicate cluster, in four units at once. Sums over the rows of a
 * month are that month's counts, and sums over all rows, corrections included, those of the whole:
 * a text or a cluster that appears in two months counts in both, but once in all. Only outlets are
 * left to be counted, by their numbers.
 */
final class ClusterCounts {
  private final WindowKind kind;
  private final int mostEntities;

  /**
   * Counts in windows of a kind.
   *
   * @param mostEntities where a window has more entities than that, pairs are made of the first so
   *     many by id only
   */
  ClusterCounts(WindowKind kind, int mostEntities) {
    this.kind = kind;
    this.mostEntities = mostEntities;
  }

  /** The counts of the pairs that meet in a window. */
  void pairs(List<ClusterMember> members, Consumer<ClusterCount> into) {
    count(members, this::pairKeys, into);
  }

  /** The counts of the entities alone. */
  void entities(List<ClusterMember> members, Consumer<ClusterCount> into) {
    count(members, this::entityKeys, into);
  }

  private interface Keys {
    /** The keys of an article, one for each window that has them, sorted. */
    long[] of(long[] mentions);
  }

  private void count(List<ClusterMember> members, Keys keys, Consumer<ClusterCount> into) {
    if (members.size() == 1) {
      var member = members.get(0);
      runs(
          keys.of(member.mentions()),
          (key, windows) ->
              into.accept(
                  new ClusterCount(
                      key,
                      member.month(),
                      member.outlet(),
                      member.representative() ? windows : 0,
                      1,
                      1,
                      1,
                      member.day())));
      return;
    }
    record Occurrence(long key, int windows, ClusterMember member) {}
    var occurrences = new ArrayList<Occurrence>();
    for (var member : members) {
      runs(
          keys.of(member.mentions()),
          (key, windows) -> occurrences.add(new Occurrence(key, windows, member)));
    }
    occurrences.sort((x, y) -> Long.compare(x.key, y.key));
    for (int begin = 0; begin < occurrences.size(); ) {
      long key = occurrences.get(begin).key;
      var months = new HashSet<Integer>();
      var texts = new HashSet<Integer>();
      var textsOfMonths = new HashSet<Long>();
      int end = begin;
      while (end < occurrences.size() && occurrences.get(end).key == key) {
        var member = occurrences.get(end).member;
        texts.add(member.text());
        into.accept(
            new ClusterCount(
                key,
                member.month(),
                member.outlet(),
                member.representative() ? occurrences.get(end).windows : 0,
                1,
                textsOfMonths.add((long) member.month() << 32 | member.text()) ? 1 : 0,
                months.add(member.month()) ? 1 : 0,
                member.day()));
        end++;
      }
      if (months.size() > 1) {
        into.accept(
            new ClusterCount(
                key,
                ClusterCount.ALL,
                occurrences.get(begin).member.outlet(),
                0,
                0,
                texts.size() - textsOfMonths.size(),
                1 - months.size(),
                null));
      }
      begin = end;
    }
  }

  private interface Runs {
    void accept(long key, int length);
  }

  private static void runs(long[] sorted, Runs into) {
    for (int begin = 0; begin < sorted.length; ) {
      int end = begin + 1;
      while (end < sorted.length && sorted[end] == sorted[begin]) {
        end++;
      }
      into.accept(sorted[begin], end - begin);
      begin = end;
    }
  }

  private long[] pairKeys(long[] mentions) {
    var keys = new LongList();
    var windows = new Windows(mentions, kind);
    while (windows.next()) {
      for (int voice = 0; voice < Voice.COUNT; voice++) {
        int size = Math.min(windows.size(voice), mostEntities);
        for (int i = 0; i < size; i++) {
          int a = windows.entity(voice, i);
          for (int j = i + 1; j < size; j++) {
            keys.add(PairKey.of(voice, a, windows.entity(voice, j)));
          }
        }
      }
    }
    return keys.sorted();
  }

  private long[] entityKeys(long[] mentions) {
    var keys = new LongList();
    var windows = new Windows(mentions, kind);
    while (windows.next()) {
      for (int voice = 0; voice < Voice.COUNT; voice++) {
        for (int i = 0; i < windows.size(voice); i++) {
          int entity = windows.entity(voice, i);
          keys.add(PairKey.of(voice, entity, entity));
        }
      }
    }
    return keys.sorted();
  }

  /** Takes the number of entities of each window of the representative article, by voice. */
  void sizes(List<ClusterMember> members, Sizes into) {
    for (var member : members) {
      if (member.representative()) {
        var windows = new Windows(member.mentions(), kind);
        while (windows.next()) {
          for (int voice = 0; voice < Voice.COUNT; voice++) {
            if (windows.size(voice) > 0) {
              into.accept(voice, member.month(), windows.size(voice));
            }
          }
        }
      }
    }
  }

  /** Takes the size of a window. */
  interface Sizes {
    void accept(int voice, int month, int size);
  }

  private static final class LongList {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] sorted() {
      var result = Arrays.copyOf(values, size);
      Arrays.sort(result);
      return result;
    }
  }
}
