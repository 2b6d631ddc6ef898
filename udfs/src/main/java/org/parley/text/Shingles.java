package org.parley.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Texts as sets of word shingles: every run of {@link #WORDS} words in lower case, without
 * punctuation, as a 64-bit hash (FNV-1a over its letters and digits). Sets are arrays in ascending
 * order without repetition.
 */
public final class Shingles {
  /** Words of a shingle. */
  public static final int WORDS = 5;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final Set<Section> STORY = EnumSet.of(Section.LEDE, Section.BODY);

  private Shingles() {}

  /**
   * The shingles of a story: its lede and body only, so that another outlet's headline, captions
   * and share buttons do not hide a copy.
   */
  public static long[] of(SectionedText text) {
    var words = new ArrayList<Long>();
    for (var paragraph : text.paragraphs()) {
      if (STORY.contains(paragraph.section())) {
        words(text.text().substring(paragraph.begin(), paragraph.end()), words);
      }
    }
    return of(words);
  }

  /** The shingles of a text. */
  public static long[] of(String text) {
    var words = new ArrayList<Long>();
    words(text, words);
    return of(words);
  }

  private static long[] of(List<Long> words) {
    if (words.isEmpty()) {
      return new long[0];
    }
    int count = Math.max(1, words.size() - WORDS + 1);
    long[] shingles = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = OFFSET;
      for (int j = i; j < Math.min(i + WORDS, words.size()); j++) {
        hash = mix(hash * PRIME ^ words.get(j));
      }
      shingles[i] = hash;
    }
    return Arrays.stream(shingles).sorted().distinct().toArray();
  }

  private static void words(String text, List<Long> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    long hash = OFFSET;
    boolean inside = false;
    for (int i = 0; i <= lower.length(); i++) {
      if (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) {
        hash = (hash ^ lower.charAt(i)) * PRIME;
        inside = true;
      } else if (inside) {
        words.add(hash);
        hash = OFFSET;
        inside = false;
      }
    }
  }

  /** The finalizer of MurmurHash3 (Appleby, public domain): every bit depends on every other. */
  static long mix(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  /**
   * The Jaccard similarity of two sets, from 0 to 1: the size of what they share over the size of
   * what either has. Two empty sets share nothing: 0.
   */
  public static double jaccard(long[] a, long[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int order = Long.compare(a[i], b[j]);
      if (order == 0) {
        shared++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int either = a.length + b.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }
}
