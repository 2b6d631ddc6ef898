package org.parley.jobs.cooccur;

/**
 * Where a mention stands, and whom it names, in one long: 18 bits sentence, 18 paragraph, 2 voice,
 * 26 entity. So the mentions of an article are an array without objects, and sorting it brings
 * those of one sentence and of one paragraph together.
 */
final class PackedMention {
  static final int MOST_ENTITIES = 1 << 26;
  private static final int MOST_PLACES = 1 << 18;

  private PackedMention() {}

  /** SQL that packs the columns of a mention; it fails where one of them does not fit. */
  static String packSql(String sentence, String paragraph, String voice, String entity) {
    return "shiftleft(CAST(%1$s AS BIGINT), 46) | shiftleft(CAST(%2$s AS BIGINT), 28)"
            .formatted(checked(sentence), checked(paragraph))
        + " | shiftleft(CAST(%s AS BIGINT), 26) | CAST(%s AS BIGINT)".formatted(voice, entity);
  }

  private static String checked(String place) {
    return "IF(%1$s BETWEEN 0 AND %2$d, %1$s, raise_error('an article has more than %2$d sentences'))"
        .formatted(place, MOST_PLACES - 1);
  }

  static long pack(int sentence, int paragraph, Voice voice, int entity) {
    return (long) sentence << 46 | (long) paragraph << 28 | (long) voice.code() << 26 | entity;
  }

  /** The window that a mention is in. */
  static long window(long packed, WindowKind kind) {
    return switch (kind) {
      case SENTENCE -> packed >>> 46;
      case PARAGRAPH -> packed >>> 28 & MOST_PLACES - 1;
      case ARTICLE -> 0;
    };
  }

  /** Entity and voice, so that sorting brings those of one entity together. */
  static int entityAndVoice(long packed) {
    return (int) (packed & MOST_ENTITIES - 1) << 2 | (int) (packed >>> 26 & 3);
  }
}
