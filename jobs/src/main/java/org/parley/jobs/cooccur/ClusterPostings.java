package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The postings of the articles of one near-duplicate cluster, in one kind of window. */
final class ClusterPostings {
  private final WindowKind kind;
  private final int mostEntities;

  /**
   * Counts in windows of a kind.
   *
   * @param mostEntities where a window has more entities than that, pairs are made of the first so
   *     many by id only
   */
  ClusterPostings(WindowKind kind, int mostEntities) {
    this.kind = kind;
    this.mostEntities = mostEntities;
  }

  /** The pairs that meet in a window. */
  void pairs(List<ClusterMember> members, Postings into) {
    add(members, this::pairKeys, into);
  }

  /** The entities alone. */
  void entities(List<ClusterMember> members, Postings into) {
    add(members, this::entityKeys, into);
  }

  private interface Keys {
    /** The keys of an article, one for each window that has them, each with its {@link Known}. */
    long[] of(ClusterMember member);
  }

  /** Where the sentence of a window stood before, in the lowest two bits of a key: none is 0. */
  private static final class Known {
    static final int ELSEWHERE = 1;
    static final int TO_OUTLET = 2;
    static final int BITS = 2;

    private Known() {}
  }

  private void add(List<ClusterMember> members, Keys keys, Postings into) {
    if (members.size() == 1) {
      var member = members.get(0);
      runs(
          keys.of(member),
          (key, windows, ofOutlet) -> add(key, member, Posting.ALONE, windows, ofOutlet, into));
      return;
    }
    record Occurrence(long key, int windows, int ofOutlet, ClusterMember member) {}
    var occurrences = new ArrayList<Occurrence>();
    for (var member : members) {
      runs(
          keys.of(member),
          (key, windows, ofOutlet) ->
              occurrences.add(new Occurrence(key, windows, ofOutlet, member)));
    }
    occurrences.sort((x, y) -> Long.compare(x.key, y.key));
    for (int begin = 0; begin < occurrences.size(); ) {
      long key = occurrences.get(begin).key;
      var seen = new HashSet<List<Object>>();
      int end = begin;
      while (end < occurrences.size() && occurrences.get(end).key == key) {
        var one = occurrences.get(end++);
        add(key, one.member, marks(one.member, seen), one.windows, one.ofOutlet, into);
      }
      begin = end;
    }
  }

  /**
   * Adds an article.
   *
   * @param windows its windows with the key that no earlier text has
   * @param ofOutlet those that an earlier text of another outlet has
   */
  private static void add(
      long key, ClusterMember member, int marks, int windows, int ofOutlet, Postings into) {
    into.add(key, posting(member, windows, marks));
    if (ofOutlet > 0) {
      int onlyOutlet = (marks & Posting.CLUSTER_OF_OUTLET) | Posting.OF_OUTLET_ONLY;
      into.add(key, posting(member, ofOutlet, onlyOutlet));
    }
  }

  private static long posting(ClusterMember member, int windows, int marks) {
    return Posting.of(member.month(), member.day(), member.outlet(), marks, windows);
  }

  /** What the article is the first of, among those that came before it. */
  private static int marks(ClusterMember member, Set<List<Object>> seen) {
    int marks = member.representative() ? Posting.REPRESENTATIVE : 0;
    for (var unit : Sums.Stretch.values()) {
      int stretch =
          switch (unit) {
            case ALL -> Sums.ALL;
            case MONTH -> member.month();
            case WEEK -> member.week();
            case OUTLET -> member.outlet();
          };
      marks |= seen.add(List.of(unit, stretch, member.text())) ? unit.newText() : 0;
      marks |= seen.add(List.of(unit, stretch)) ? unit.newCluster() : 0;
    }
    return marks;
  }

  private interface Runs {
    void accept(long key, int windows, int ofOutlet);
  }

  private static void runs(long[] sorted, Runs into) {
    for (int i = 0; i < sorted.length; ) {
      long key = sorted[i] >>> Known.BITS;
      int windows = 0;
      int ofOutlet = 0;
      for (; i < sorted.length && sorted[i] >>> Known.BITS == key; i++) {
        int known = (int) sorted[i] & ((1 << Known.BITS) - 1);
        windows += known == 0 ? 1 : 0;
        ofOutlet += known == Known.ELSEWHERE ? 1 : 0;
      }
      into.accept(key, windows, ofOutlet);
    }
  }

  /** Sentences alone can be repeated; longer windows are compared as near-duplicates. */
  private int known(ClusterMember member, Windows window) {
    if (!kind.equals(WindowKind.SENTENCE)) {
      return 0;
    }
    long sentence = window.number();
    return member.isKnownToOutlet(sentence)
        ? Known.TO_OUTLET
        : member.isKnownElsewhere(sentence) ? Known.ELSEWHERE : 0;
  }

  private long[] pairKeys(ClusterMember member) {
    var keys = new LongList();
    var windows = new Windows(member.mentions(), kind);
    while (windows.next()) {
      int known = known(member, windows);
      for (int voice = 0; voice < Voice.COUNT; voice++) {
        int size = Math.min(windows.size(voice), mostEntities);
        for (int i = 0; i < size; i++) {
          int a = windows.entity(voice, i);
          for (int j = i + 1; j < size; j++) {
            keys.add((PairKey.of(voice, a, windows.entity(voice, j)) << Known.BITS) | known);
          }
        }
      }
    }
    return keys.sorted();
  }

  private long[] entityKeys(ClusterMember member) {
    var keys = new LongList();
    var windows = new Windows(member.mentions(), kind);
    while (windows.next()) {
      int known = known(member, windows);
      for (int voice = 0; voice < Voice.COUNT; voice++) {
        for (int i = 0; i < windows.size(voice); i++) {
          int entity = windows.entity(voice, i);
          keys.add((PairKey.of(voice, entity, entity) << Known.BITS) | known);
        }
      }
    }
    return keys.sorted();
  }

  /** Takes the windows of the representative article. */
  void windows(List<ClusterMember> members, OfWindow into) {
    for (var member : members) {
      if (member.representative()) {
        var windows = new Windows(member.mentions(), kind);
        while (windows.next()) {
          into.accept(member, windows);
        }
      }
    }
  }

  /** Takes a window. */
  interface OfWindow {
    void accept(ClusterMember member, Windows window);
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
