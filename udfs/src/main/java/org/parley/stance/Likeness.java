package org.parley.stance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike matters of a corpus are: by their words, the rarer the more, and where meanings are
 * known by these. The thresholds were chosen on judged pairs, open-target-pairs.csv of the tests.
 * Not safe for use by several threads.
 */
final class Likeness {
  /** How alike the words of one matter are (cosine of inverse document frequencies). */
  private static final double ALIKE = 0.6;

  /** How near one matter is in meaning that shares so many words, fewer or none. */
  private static final double NEAR_WITH_WORDS = 0.6;

  private static final double NEAR = 0.74;

  /** The same of single words, which are near to much: "wife", "husband". */
  private static final double NEAR_ALONE = 0.85;

  /**
   * How near what two wordings do not share must be: "sea" and "naval" before the same head, where
   * arguments make the matter; "ban" and "prohibition" over the same arguments.
   */
  private static final double REST_WITH_HEAD = 0.6;

  private static final double REST = 0.43;

  private final Map<String, Double> rarity = new HashMap<>();
  private final Map<String, float[]> vectors = new HashMap<>();
  private final Meaning meaning;

  Likeness(Collection<Matter> matters, Meaning meaning) {
    this.meaning = meaning;
    var counts = new HashMap<String, Integer>();
    matters.forEach(matter -> matter.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    counts.forEach((word, n) -> rarity.put(word, Math.log(1 + (double) matters.size() / n)));
  }

  /** The vector of a wording, or null. */
  float[] vector(String wording) {
    return vectors.computeIfAbsent(wording, words -> meaning.of(words).orElse(null));
  }

  /**
   * How alike two matters are.
   *
   * @param first vector of the one, or null if its meaning is not to be asked for
   * @param second vector of the other
   * @return 0 if they are not one
   */
  double of(Matter a, float[] first, Matter b, float[] second) {
    if (a.contradicts(b)) {
      return 0;
    }
    double words = cosine(a.words(), b.words());
    if (first == null || second == null) {
      return words >= ALIKE ? words : 0;
    }
    double near = cosine(first, second);
    boolean one =
        words >= ALIKE
            ? near >= NEAR_WITH_WORDS
            : words > 0
                ? near >= NEAR && isRestNear(a, b)
                : near >= (a.words().size() > 1 && b.words().size() > 1 ? NEAR : NEAR_ALONE);
    return one ? words + near : 0;
  }

  private boolean isRestNear(Matter a, Matter b) {
    float[] one = rest(a, b);
    float[] other = rest(b, a);
    double least = a.head().equals(b.head()) ? REST_WITH_HEAD : REST;
    return one == null || other == null || cosine(one, other) >= least;
  }

  /** The vector of what one says and the other does not, or null. */
  private float[] rest(Matter of, Matter without) {
    String rest =
        String.join(
            " ", of.words().stream().filter(word -> !without.words().contains(word)).toList());
    return rest.isEmpty() ? null : vector(rest);
  }

  private double cosine(Set<String> a, Set<String> b) {
    var shared = new TreeSet<>(a);
    shared.retainAll(b);
    return shared.isEmpty() ? 0 : square(shared) / Math.sqrt(square(a) * square(b));
  }

  /** In one order, so that sums do not differ in their last digit. */
  private double square(Set<String> words) {
    return new TreeSet<>(words)
        .stream().mapToDouble(word -> rarity.get(word) * rarity.get(word)).sum();
  }

  /** Rounded to thousandths, so that no last digit decides. */
  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return Math.round(sum * 1000) / 1000.0;
  }
}
