package org.parley.nlp;

import java.util.function.Function;

/**
 * What was computed last for some keys, remembered for a bounded number of them and shared by all
 * threads.
 *
 * <p>A key may stand in one of four slots. Each time it is asked for it moves one slot forward, and
 * a new one takes the last slot, so that rare keys come and go there while frequent ones stay in
 * front. Slots are read and written without locks: an entry never changes, so the worst that a race
 * does is to forget one.
 */
final class Remembered<K, V> {
  private static final int WAYS = 4;

  private final Function<K, V> compute;
  private final Entry<?, ?>[] slots;
  private final int shift;

  /** Its fields are final, so that a thread which sees an entry sees all of it. */
  private record Entry<K, V>(K key, V value) {}

  /**
   * With nothing remembered.
   *
   * @param logSize the binary logarithm of the number of slots
   * @param compute gives always the same for a key
   */
  Remembered(int logSize, Function<K, V> compute) {
    this.compute = compute;
    slots = new Entry<?, ?>[1 << logSize];
    shift = Integer.SIZE - logSize + 2;
  }

  /** What belongs to a key. */
  V get(K key) {
    int first = ((key.hashCode() * 0x9E3779B9) >>> shift) * WAYS;
    for (int i = first; i < first + WAYS; i++) {
      @SuppressWarnings("unchecked")
      var entry = (Entry<K, V>) slots[i];
      if (entry != null && entry.key.equals(key)) {
        if (i > first) {
          slots[i] = slots[i - 1];
          slots[i - 1] = entry;
        }
        return entry.value;
      }
    }
    V value = compute.apply(key);
    slots[first + WAYS - 1] = new Entry<>(key, value);
    return value;
  }
}
