package org.parley.jobs.cooccur;

/**
 * Tells sentences that are the same but for capitals, spaces and punctuation: by the letters and
 * digits of theirs, 64-bit FNV-1a (Fowler, Noll and Vo) with the finisher of MurmurHash3.
 */
final class SentenceDigest {
  /** For sentences that are nobody's copy: shorter ones are found twice by chance. */
  static final long NONE = 0;

  /** Two texts do not find the same so many words by themselves. */
  static final int LEAST_WORDS = 8;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private SentenceDigest() {}

  /** The digest of a part of a text. */
  static long of(CharSequence text, int begin, int end) {
    long hash = OFFSET;
    int words = 0;
    boolean inWord = false;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * PRIME;
        words += inWord ? 0 : 1;
        inWord = true;
      } else {
        inWord = inWord && isInsideWord(c);
      }
    }
    return words < LEAST_WORDS ? NONE : finished(hash);
  }

  /** Apostrophes, which some outlets write in another way. */
  private static boolean isInsideWord(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static long finished(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return h == NONE ? 1 : h;
  }
}
