package org.parley.jobs.cooccur;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many windows hold how many entities, by voice: a state that merges by addition. */
final class WindowSizes {
  private static final int BYTES = Long.BYTES * 2;

  /** Windows by voice and size. */
  private final SortedMap<Long, Long> counts = new TreeMap<>();

  void add(int voice, int size) {
    counts.merge(((long) voice << 32) | size, 1L, Long::sum);
  }

  /** Takes the counts of {@link #toBytes()}. */
  void addAll(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    while (in.hasRemaining()) {
      counts.merge(in.getLong(), in.getLong(), Long::sum);
    }
  }

  byte[] toBytes() {
    var out = ByteBuffer.allocate(counts.size() * BYTES);
    counts.forEach((key, windows) -> out.putLong(key).putLong(windows));
    return out.array();
  }

  /** How many windows of a voice hold how many entities, by the number of entities. */
  SortedMap<Long, Long> histogram(int voice) {
    var histogram = new TreeMap<Long, Long>();
    counts
        .subMap((long) voice << 32, (voice + 1L) << 32)
        .forEach((key, windows) -> histogram.put(key & 0xffffffffL, windows));
    return histogram;
  }
}
