package org.parley.nlp;

import java.util.Arrays;

/**
 * Remembers vectors by key in a table of fixed size: a key may stand in one of eight slots, and the
 * one that was asked for longest ago gives way. Not safe for use by several threads.
 */
final class VectorCache {
  private static final int SETS = 1024;
  private static final int WAYS = 8;
  private static final long EMPTY = -1;

  private final int length;
  private final long[] keys = new long[SETS * WAYS];
  private final int[] lastUse = new int[SETS * WAYS];
  private final float[][] vectors = new float[SETS * WAYS][];
  private int clock;
  private boolean isNew;

  VectorCache(int length) {
    this.length = length;
    Arrays.fill(keys, EMPTY);
  }

  /**
   * The vector of a key. Where {@link #isNew()} says so it holds anything and the caller must fill
   * it. It belongs to the key until the next call only: then its slot may be given away.
   */
  float[] get(long key) {
    int first = (int) ((key * 0x9E3779B97F4A7C15L) >>> 54) * WAYS;
    clock++;
    int oldest = first;
    for (int i = first; i < first + WAYS; i++) {
      if (keys[i] == key) {
        lastUse[i] = clock;
        isNew = false;
        return vectors[i];
      }
      // The difference is right even after the clock has gone round.
      if (lastUse[i] - lastUse[oldest] < 0) {
        oldest = i;
      }
    }
    if (vectors[oldest] == null) {
      vectors[oldest] = new float[length];
    }
    keys[oldest] = key;
    lastUse[oldest] = clock;
    isNew = true;
    return vectors[oldest];
  }

  /** Whether the last key that was asked for has no content yet. */
  boolean isNew() {
    return isNew;
  }
}
