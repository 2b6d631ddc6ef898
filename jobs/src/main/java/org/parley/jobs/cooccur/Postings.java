package org.parley.jobs.cooccur;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keys and their postings in two arrays that grow, sort and turn into bytes together. */
final class Postings {
  private static final int DIGIT = 11;
  private static final int DIGITS = 1 << DIGIT;

  private long[] keys;
  private long[] postings;
  private int size;

  Postings(int capacity) {
    keys = new long[capacity];
    postings = new long[capacity];
  }

  int size() {
    return size;
  }

  long key(int index) {
    return keys[index];
  }

  long posting(int index) {
    return postings[index];
  }

  void clear() {
    size = 0;
  }

  void add(long key, long posting) {
    if (size == keys.length) {
      int more = size + (size >> 1) + 16;
      keys = Arrays.copyOf(keys, more);
      postings = Arrays.copyOf(postings, more);
    }
    keys[size] = key;
    postings[size++] = posting;
  }

  /** Sorts by key, and the postings of a key by month and day. */
  void sort() {
    sortByKey();
    for (int begin = 0; begin < size; ) {
      int end = begin + 1;
      while (end < size && keys[end] == keys[begin]) {
        end++;
      }
      if (end - begin > 1) {
        Arrays.sort(postings, begin, end);
      }
      begin = end;
    }
  }

  /** A radix sort: from the last digit to the first, leaving out those that are equal in all. */
  private void sortByKey() {
    long some = 0;
    long every = -1;
    for (int i = 0; i < size; i++) {
      some |= keys[i];
      every &= keys[i];
    }
    long differing = some & ~every;
    var otherKeys = new long[size];
    var otherPostings = new long[size];
    var begin = new int[DIGITS + 1];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      if ((differing >>> shift & DIGITS - 1) == 0) {
        continue;
      }
      Arrays.fill(begin, 0);
      for (int i = 0; i < size; i++) {
        begin[(int) (keys[i] >>> shift & DIGITS - 1) + 1]++;
      }
      for (int digit = 0; digit < DIGITS; digit++) {
        begin[digit + 1] += begin[digit];
      }
      for (int i = 0; i < size; i++) {
        int place = begin[(int) (keys[i] >>> shift & DIGITS - 1)]++;
        otherKeys[place] = keys[i];
        otherPostings[place] = postings[i];
      }
      long[] swap = keys;
      keys = otherKeys;
      otherKeys = swap;
      swap = postings;
      postings = otherPostings;
      otherPostings = swap;
    }
  }

  /** Takes bytes of {@link Writer}. */
  void addAll(byte[] bytes) {
    read(bytes, this::add);
  }

  /**
   * Takes bytes of {@link Writer} with other numbers.
   *
   * @param month the month of all
   * @param entities new numbers of entities by old ones
   * @param outlets new numbers of outlets by old ones
   */
  void addAll(byte[] bytes, int month, int[] entities, int[] outlets) {
    read(
        bytes,
        (key, posting) ->
            add(
                PairKey.of(
                    PairKey.voice(key),
                    entities[PairKey.first(key)],
                    entities[PairKey.second(key)]),
                Posting.of(
                    month,
                    Posting.day(posting),
                    outlets[Posting.outlet(posting)],
                    Posting.marks(posting),
                    Posting.ownWindows(posting))));
  }

  private interface Sink {
    void add(long key, long posting);
  }

  private static void read(byte[] bytes, Sink sink) {
    var in = ByteBuffer.wrap(bytes);
    long key = 0;
    while (in.hasRemaining()) {
      key += readNumber(in);
      int date = (int) readNumber(in);
      int outlet = (int) readNumber(in);
      long windows = readNumber(in);
      int marks = (windows & 1) == 0 ? Posting.ALONE : (int) readNumber(in);
      sink.add(key, Posting.of(date >>> 5, date & 31, outlet, marks, (int) (windows >>> 1)));
    }
  }

  private static long readNumber(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  /**
   * Sorted keys with their postings as bytes: differences of keys, in as few bytes as they need.
   */
  static final class Writer {
    private static final int MOST_BYTES = 32;

    private byte[] bytes = new byte[1 << 10];
    private int length;
    private long last;

    boolean isEmpty() {
      return length == 0;
    }

    void add(long key, long posting) {
      if (bytes.length - length < MOST_BYTES) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      write(key - last);
      last = key;
      write((long) Posting.month(posting) << 5 | Posting.day(posting));
      write(Posting.outlet(posting));
      int marks = Posting.marks(posting);
      boolean alone = marks == Posting.ALONE;
      write((long) Posting.ownWindows(posting) << 1 | (alone ? 0 : 1));
      if (!alone) {
        write(marks);
      }
    }

    private void write(long number) {
      while (number >= 0x80) {
        bytes[length++] = (byte) (number | 0x80);
        number >>>= 7;
      }
      bytes[length++] = (byte) number;
    }

    /** The bytes so far; begins anew. */
    byte[] take() {
      byte[] taken = Arrays.copyOf(bytes, length);
      length = 0;
      last = 0;
      return taken;
    }
  }
}
