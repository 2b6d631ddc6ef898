package org.parley.jobs.cooccur;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * Where a mention stands, and whom it names, in one long: 18 bits sentence, 18 paragraph, 2 voice,
 * 26 entity. So the mentions of an article are an array without objects, and sorting it brings
 * those of one sentence and of one paragraph together.
 */
final class PackedMention {
  static final int MOST_ENTITIES = 1 << 26;
  private static final int MOST_PLACES = 1 << 18;

  private PackedMention() {}

  /**
   * A mention as a number.
   *
   * @throws IllegalArgumentException if the article has too many sentences
   */
  static long pack(int sentence, int paragraph, Voice voice, int entity) {
    if (sentence < 0 || sentence >= MOST_PLACES || paragraph < 0 || paragraph >= MOST_PLACES) {
      throw new IllegalArgumentException(
          "a mention in sentence %d, paragraph %d: an article cannot have more than %d of either"
              .formatted(sentence, paragraph, MOST_PLACES));
    }
    return (long) sentence << 46 | (long) paragraph << 28 | (long) voice.code() << 26 | entity;
  }

  /** The window that a mention is in, for windows that do not overlap. */
  static long window(long packed, WindowKind kind) {
    return switch (kind.label()) {
      case "sentence" -> sentence(packed);
      case "paragraph" -> packed >>> 28 & MOST_PLACES - 1;
      default -> 0;
    };
  }

  /** The sentence that a mention is in. */
  static long sentence(long packed) {
    return packed >>> 46;
  }

  /** Entity and voice, so that sorting brings those of one entity together. */
  static int entityAndVoice(long packed) {
    return (int) (packed & MOST_ENTITIES - 1) << 2 | (int) (packed >>> 26 & 3);
  }

  /** Mentions as bytes, for a column. */
  static byte[] toBytes(long[] mentions, int length) {
    var bytes = ByteBuffer.allocate(length * Long.BYTES);
    bytes.asLongBuffer().put(mentions, 0, length);
    return bytes.array();
  }

  /** Adds up the mentions of several columns, and sorts them. */
  static long[] sorted(Iterable<byte[]> parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length / Long.BYTES;
    }
    var mentions = new long[length];
    int filled = 0;
    for (byte[] part : parts) {
      LongBuffer longs = ByteBuffer.wrap(part).asLongBuffer();
      int size = longs.remaining();
      longs.get(mentions, filled, size);
      filled += size;
    }
    java.util.Arrays.sort(mentions);
    return mentions;
  }
}
