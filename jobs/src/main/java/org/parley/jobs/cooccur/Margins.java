package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many windows of one kind each entity is in, by month and voice, and how many windows there
 * are: what a pair's counts are compared with.
 */
final class Margins implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] windows;
  private final int[] begin;
  private final int[] slices;
  private final int[] counts;

  private Margins(long[] windows, int[] begin, int[] slices, int[] counts) {
    this.windows = windows;
    this.begin = begin;
    this.slices = slices;
    this.counts = counts;
  }

  private static int slice(int month, int voice) {
    return (month + 1) << 2 | voice;
  }

  /** How many entities there are. */
  int entities() {
    return begin.length - 1;
  }

  /** All windows of a month, or of {@link Sums#ALL}. */
  long windows(int month) {
    return windows[month + 1];
  }

  /** The windows with an entity. */
  long of(int entity, int month, int voice) {
    int place = Arrays.binarySearch(slices, begin[entity], begin[entity + 1], slice(month, voice));
    return place < 0 ? 0 : counts[place];
  }

  /** How many entities are in how many windows, by number of windows. */
  SortedMap<Long, Long> frequencies(int month, int voice) {
    int slice = slice(month, voice);
    var histogram = new TreeMap<Long, Long>();
    for (int i = 0; i < slices.length; i++) {
      if (slices[i] == slice) {
        histogram.merge((long) counts[i], 1L, Long::sum);
      }
    }
    return histogram;
  }

  /**
   * How many pairs could be: two of the entities that are named at all. All of them are tested,
   * those that never meet with a p-value of 1; or else every rare pair that met would be a finding,
   * because it met.
   */
  long pairs(int month, int voice) {
    int slice = slice(month, voice);
    long entities = Arrays.stream(slices).filter(s -> s == slice).count();
    return entities * (entities - 1) / 2;
  }

  /** Gathers margins. */
  static final class Builder {
    private static final int ROW = 3;

    private final long[] windows;
    private int[] rows = new int[1 << 10];
    private int size;
    private final int entities;

    /**
     * Nothing yet.
     *
     * @param entities how many entities there are
     * @param windows the windows of {@link Sums#ALL}, then of each month
     */
    Builder(int entities, long[] windows) {
      this.entities = entities;
      this.windows = windows;
    }

    /** Adds the windows of an entity. */
    void add(int entity, int month, int voice, long count) {
      if (size + ROW > rows.length) {
        rows = Arrays.copyOf(rows, rows.length * 2);
      }
      rows[size++] = entity;
      rows[size++] = slice(month, voice);
      rows[size++] = Math.toIntExact(count);
    }

    /** The margins of all that was added, in any order. */
    Margins build() {
      var begin = new int[entities + 1];
      for (int i = 0; i < size; i += ROW) {
        begin[rows[i] + 1]++;
      }
      Arrays.parallelPrefix(begin, Integer::sum);
      var next = begin.clone();
      var packed = new long[size / ROW];
      for (int i = 0; i < size; i += ROW) {
        packed[next[rows[i]]++] = (long) rows[i + 1] << 32 | rows[i + 2];
      }
      var slices = new int[packed.length];
      var counts = new int[packed.length];
      for (int entity = 0; entity < entities; entity++) {
        Arrays.sort(packed, begin[entity], begin[entity + 1]);
      }
      for (int i = 0; i < packed.length; i++) {
        slices[i] = (int) (packed[i] >>> 32);
        counts[i] = (int) packed[i];
      }
      return new Margins(windows, begin, slices, counts);
    }
  }
}
