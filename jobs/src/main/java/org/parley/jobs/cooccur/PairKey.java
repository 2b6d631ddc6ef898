package org.parley.jobs.cooccur;

/** A voice and two entities in one long: 2, 26 and 26 bits. An entity alone is its own partner. */
final class PairKey {
  private PairKey() {}

  static long of(int voice, int a, int b) {
    return (long) voice << 52 | (long) a << 26 | b;
  }

  /** SQL for the code of the voice. */
  static String voiceSql(String key) {
    return "CAST(shiftright(%s, 52) AS INT)".formatted(key);
  }

  /** SQL for the first entity. */
  static String firstSql(String key) {
    return "CAST(shiftright(%s, 26) & %d AS INT)".formatted(key, PackedMention.MOST_ENTITIES - 1);
  }

  /** SQL for the second entity. */
  static String secondSql(String key) {
    return "CAST(%s & %d AS INT)".formatted(key, PackedMention.MOST_ENTITIES - 1);
  }
}
