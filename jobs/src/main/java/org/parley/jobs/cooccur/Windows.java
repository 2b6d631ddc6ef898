package org.parley.jobs.cooccur;

import java.util.Arrays;

/**
 * The windows of one article, one after the other: which different entities each holds, by voice.
 * The same buffers serve every window, so a corpus costs no garbage.
 *
 * <p>A sliding window of k sentences begins k - 1 sentences before the first and ends as many after
 * the last, so that each sentence is in k windows and two entities d sentences apart share k - d.
 */
final class Windows {
  private static final int VOICES = Voice.COUNT;

  private final long[] mentions;
  private final WindowKind kind;
  private final int[][] entities = new int[VOICES][];
  private final int[] sizes = new int[VOICES];
  private final int[] found;
  private int begin;
  private int end;
  private long first = Long.MIN_VALUE;

  Windows(long[] mentions, WindowKind kind) {
    this.mentions = mentions;
    this.kind = kind;
    this.found = new int[mentions.length];
    for (int voice = 0; voice < VOICES; voice++) {
      entities[voice] = new int[mentions.length];
    }
  }

  /** Goes to the next window, if there is one with a mention. */
  boolean next() {
    if (!(kind.sentences() > 0 ? slide() : step())) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      found[i - begin] = PackedMention.entityAndVoice(mentions[i]);
    }
    int length = end - begin;
    Arrays.sort(found, 0, length);
    Arrays.fill(sizes, 0);
    for (int i = 0; i < length; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        add(found[i] & 3, found[i] >>> 2);
      }
      if (i == 0 || found[i] >>> 2 != found[i - 1] >>> 2) {
        add(Voice.ALL.code(), found[i] >>> 2);
      }
    }
    return true;
  }

  private boolean step() {
    if (end == mentions.length) {
      return false;
    }
    begin = end;
    long window = PackedMention.window(mentions[begin], kind);
    while (end < mentions.length && PackedMention.window(mentions[end], kind) == window) {
      end++;
    }
    return true;
  }

  private boolean slide() {
    first = first == Long.MIN_VALUE ? Long.MIN_VALUE + 1 : first + 1;
    while (begin < mentions.length && PackedMention.sentence(mentions[begin]) < first) {
      begin++;
    }
    if (begin == mentions.length) {
      return false;
    }
    long nearest = PackedMention.sentence(mentions[begin]) - kind.sentences() + 1;
    first = Math.max(first, nearest);
    end = Math.max(end, begin);
    while (end < mentions.length
        && PackedMention.sentence(mentions[end]) < first + kind.sentences()) {
      end++;
    }
    return true;
  }

  private void add(int voice, int entity) {
    entities[voice][sizes[voice]++] = entity;
  }

  /** The number of the window's sentence or paragraph, the first of several; 0 for an article. */
  long number() {
    return kind.sentences() > 0 ? first : PackedMention.window(mentions[begin], kind);
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
