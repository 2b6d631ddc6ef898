package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.BitSet;

/**
 * The numbers that the entities and outlets of a corpus have in the states of one month, by those
 * that they have in the corpus.
 */
record MonthNumbers(Ranks entities, Ranks outlets) implements Serializable {
  /** The numbers of a month's names. */
  static MonthNumbers of(Corpus corpus, Dictionary entities, Dictionary outlets) {
    return new MonthNumbers(
        new Ranks(entities, corpus.entities()), new Ranks(outlets, corpus.outlets()));
  }

  /** A key of the corpus in the month's numbers. */
  long key(long key) {
    return PairKey.of(
        PairKey.voice(key), entities.of(PairKey.first(key)), entities.of(PairKey.second(key)));
  }

  /** A posting of the corpus in the month's numbers, without its month. */
  long posting(long posting) {
    int outlet = Posting.outlet(posting);
    return Posting.of(
        0,
        Posting.day(posting),
        outlet == 0 ? 0 : outlets.of(outlet - 1) + 1,
        Posting.marks(posting),
        Posting.ownWindows(posting));
  }

  /** The places of some names among themselves, by their places among more. */
  static final class Ranks implements Serializable {
    private static final long serialVersionUID = 1L;
    private final long[] some;
    private final int[] before;

    Ranks(Dictionary names, Dictionary more) {
      var found = new BitSet(more.size());
      names.names().forEach(name -> found.set(more.number(name)));
      some = found.toLongArray();
      before = new int[some.length + 1];
      for (int word = 0; word < some.length; word++) {
        before[word + 1] = before[word] + Long.bitCount(some[word]);
      }
    }

    int of(int number) {
      int word = number / Long.SIZE;
      long bit = 1L << number;
      if (word >= some.length || (some[word] & bit) == 0) {
        throw new IllegalStateException("an article and its mentions are of different months");
      }
      return before[word] + Long.bitCount(some[word] & (bit - 1));
    }
  }
}
