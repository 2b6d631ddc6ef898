package org.parley.jobs.cooccur;

/**
 * Two entities and a voice in one long: 26, 26 and 2 bits, so that the voices of a pair follow each
 * other. An entity alone is its own partner.
 */
final class PairKey {
  private static final int MASK = PackedMention.MOST_ENTITIES - 1;

  private PairKey() {}

  static long of(int voice, int a, int b) {
    return (long) a << 28 | (long) b << 2 | voice;
  }

  static int voice(long key) {
    return (int) (key & 3);
  }

  static int first(long key) {
    return (int) (key >>> 28);
  }

  static int second(long key) {
    return (int) (key >>> 2) & MASK;
  }

  /** The pair without its voice. */
  static long pair(long key) {
    return key >>> 2;
  }
}
