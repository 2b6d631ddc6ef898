package org.parley.jobs.cooccur;

import java.util.Arrays;

/**
 * The windows of one article, one after the other: which different entities each holds, by voice.
 * The same buffers serve every window, so a corpus costs no garbage.
 */
final class Windows {
  private static final int VOICES = Voice.COUNT;

  private final long[] mentions;
  private final WindowKind kind;
  private final int[][] entities = new int[VOICES][];
  private final int[] sizes = new int[VOICES];
  private int end;

  Windows(long[] mentions, WindowKind kind) {
    this.mentions = mentions;
    this.kind = kind;
    for (int voice = 0; voice < VOICES; voice++) {
      entities[voice] = new int[mentions.length];
    }
  }

  /** Goes to the next window, if there is one. */
  boolean next() {
    if (end == mentions.length) {
      return false;
    }
    int begin = end;
    long window = PackedMention.window(mentions[begin], kind);
    while (end < mentions.length && PackedMention.window(mentions[end], kind) == window) {
      end++;
    }
    var found = new int[end - begin];
    for (int i = begin; i < end; i++) {
      found[i - begin] = PackedMention.entityAndVoice(mentions[i]);
    }
    Arrays.sort(found);
    Arrays.fill(sizes, 0);
    for (int i = 0; i < found.length; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        add(found[i] & 3, found[i] >>> 2);
      }
      if (i == 0 || found[i] >>> 2 != found[i - 1] >>> 2) {
        add(Voice.ALL.code(), found[i] >>> 2);
      }
    }
    return true;
  }

  private void add(int voice, int entity) {
    entities[voice][sizes[voice]++] = entity;
  }

  /** How many different entities the window has in a voice. */
  int size(int voice) {
    return sizes[voice];
  }

  /** An entity of the window in a voice; they are in ascending order. */
  int entity(int voice, int index) {
    return entities[voice][index];
  }
}
