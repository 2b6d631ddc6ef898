package org.parley.nlp;

/**
 * What words in places add to the sums of the hidden units, remembered for a bounded number of them
 * and shared by all threads.
 *
 * <p>A pair of place and word may stand in one of eight slots. Each time it is asked for it moves
 * one slot forward, and a new one takes the last slot, so that rare words come and go there while
 * frequent ones stay in front. Slots are read and written without locks: an entry never changes, so
 * the worst that a race does is to forget one.
 */
final class WordSums {
  private static final int WAYS = 8;

  private final ParserModel model;
  private final Entry[] slots;
  private final int shift;

  /** Its fields are final, so that a thread which sees an entry sees all of it. */
  private static final class Entry {
    private final int key;
    private final float[] sums;

    Entry(int key, float[] sums) {
      this.key = key;
      this.sums = sums;
    }
  }

  /**
   * An empty table.
   *
   * @param logSets the binary logarithm of the number of slots divided by eight
   */
  WordSums(ParserModel model, int logSets) {
    this.model = model;
    slots = new Entry[WAYS << logSets];
    shift = Integer.SIZE - logSets;
  }

  /** The sums of a word in a place, one by hidden unit; not to be changed. */
  float[] get(int place, int word) {
    int key = word * ParserModel.PLACES + place;
    int first = ((key * 0x9E3779B9) >>> shift) * WAYS;
    for (int i = first; i < first + WAYS; i++) {
      Entry entry = slots[i];
      if (entry != null && entry.key == key) {
        if (i > first) {
          slots[i] = slots[i - 1];
          slots[i - 1] = entry;
        }
        return entry.sums;
      }
    }
    var entry = new Entry(key, model.word(place, word));
    slots[first + WAYS - 1] = entry;
    return entry.sums;
  }
}
