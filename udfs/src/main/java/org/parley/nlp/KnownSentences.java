package org.parley.nlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in the sentences seen last, so that one that comes again is not analysed again:
 * news repeats itself, from copies of wire stories to the lines below each article. What is found
 * depends on a sentence's words and kind alone. Safe for use by several threads.
 */
final class KnownSentences {
  /** Some 20 MB. */
  private static final int SIZE = 10_000;

  private final Map<Key, Analysis> known =
      new LinkedHashMap<>(2 * SIZE, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Analysis> eldest) {
          return size() > SIZE;
        }
      };

  /** As what a sentence was analysed. */
  enum Kind {
    /** Nothing in it counts: it has no names and no tree. */
    APART,
    HEADLINE,
    SENTENCE
  }

  private record Key(List<String> words, Kind kind) {}

  /**
   * What was found in a sentence, word by word.
   *
   * @param names PERSON, ORGANIZATION, LOCATION or O
   * @param tree null where it was not parsed
   */
  record Analysis(
      List<String> tags, List<String> lemmas, List<String> names, List<TransitionParser.Arc> tree) {
    Analysis withTree(List<TransitionParser.Arc> found) {
      return new Analysis(tags, lemmas, names, found);
    }
  }

  /** What is known of a sentence, or null. */
  synchronized Analysis get(List<String> words, Kind kind) {
    return known.get(new Key(words, kind));
  }

  /** Keeps what was found. */
  synchronized void put(List<String> words, Kind kind, Analysis analysis) {
    known.put(new Key(words, kind), analysis);
  }

  synchronized void clear() {
    known.clear();
  }
}
