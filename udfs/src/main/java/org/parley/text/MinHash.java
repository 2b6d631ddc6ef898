package org.parley.text;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * MinHash signatures of shingle sets (Broder 1997): the share of places in which two signatures
 * agree estimates the Jaccard similarity of the sets. Cut into bands of rows, they are the keys of
 * locality-sensitive hashing: sets of similarity s meet in at least one band with probability
 * {@code 1 - (1 - s^rows)^bands}.
 */
public final class MinHash {
  private static final long SEED = 0x5eed;

  private final int bands;
  private final int rows;
  private final long[] keys;

  /**
   * @param bands bands of a signature
   * @param rows places of a band
   */
  public MinHash(int bands, int rows) {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException(bands + " bands of " + rows + " rows");
    }
    this.bands = bands;
    this.rows = rows;
    var random = new SplittableRandom(SEED);
    keys = random.longs((long) bands * rows).toArray();
  }

  /** The signature of a set: bands times rows places. That of the empty set is all maximal. */
  public long[] signature(long[] shingles) {
    long[] signature = new long[keys.length];
    Arrays.fill(signature, Long.MAX_VALUE);
    for (long shingle : shingles) {
      for (int k = 0; k < keys.length; k++) {
        long hash = Shingles.mix(shingle ^ keys[k]);
        if (hash < signature[k]) {
          signature[k] = hash;
        }
      }
    }
    return signature;
  }

  /** One key a band: sets that share the key of a band are candidates. */
  public long[] bandKeys(long[] signature) {
    long[] bandKeys = new long[bands];
    for (int band = 0; band < bands; band++) {
      long hash = band;
      for (int row = 0; row < rows; row++) {
        hash = Shingles.mix(hash * 31 + signature[band * rows + row]);
      }
      bandKeys[band] = hash;
    }
    return bandKeys;
  }

  /** The share of places in which two signatures agree, from 0 to 1. */
  public static double similarity(long[] a, long[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "signatures of " + a.length + " and " + b.length + " places");
    }
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      equal += a[i] == b[i] ? 1 : 0;
    }
    return a.length == 0 ? 0 : (double) equal / a.length;
  }
}
