package org.parley.stance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.seed.Seeds;

/**
 * Puts wordings of open targets together that mean one matter: "the gas line", "new gas lines". Two
 * belong together by the words that they share, the rarer the more (cosine of inverse document
 * frequencies), and by nothing else; a wording that ends or forbids something never joins what it
 * ends, however many words they share, so that a group has one sign. Immutable.
 */
public final class OpenTargetGroups {
  /** How alike two wordings of one matter are at least. */
  private static final double ALIKE = 0.6;

  private final Lexicon lexicon;

  public OpenTargetGroups(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** With the lexicon of the seeds, which says what ends or forbids. */
  public static OpenTargetGroups of(Seeds seeds) {
    return new OpenTargetGroups(Lexicon.load(seeds));
  }

  /**
   * The group of each open target.
   *
   * @param targetIds ids such as {@code open:new_gas_line}, the most frequent first: a group is
   *     named after its first
   * @return for each id the id of its group, in the same order
   */
  public Map<String, String> group(Collection<String> targetIds) {
    var rarity = rarity(targetIds);
    var groups = new HashMap<String, Set<String>>();
    var byWord = new HashMap<String, List<String>>();
    var found = new LinkedHashMap<String, String>();
    for (String id : targetIds) {
      var words = words(id);
      var best =
          words.stream()
              .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
              .distinct()
              .filter(group -> turned(groups.get(group)) == turned(words))
              .map(group -> Map.entry(group, cosine(words, groups.get(group), rarity)))
              .filter(entry -> entry.getValue() >= ALIKE)
              .max(
                  Map.Entry.<String, Double>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
      if (best.isPresent()) {
        found.put(id, best.get().getKey());
      } else {
        found.put(id, id);
        groups.put(id, words);
        words.forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(id));
      }
    }
    return found;
  }

  private static Map<String, Double> rarity(Collection<String> targetIds) {
    var counts = new HashMap<String, Integer>();
    for (String id : targetIds) {
      words(id).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    var rarity = new HashMap<String, Double>();
    counts.forEach((word, n) -> rarity.put(word, Math.log(1 + (double) targetIds.size() / n)));
    return rarity;
  }

  /** The words of an id in the singular. */
  private static Set<String> words(String id) {
    var words = new LinkedHashSet<String>();
    for (String word : id.substring(OpenTargets.PREFIX.length()).split("_", -1)) {
      words.add(singular(word));
    }
    return words;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  /** Whether an odd number of the words turn the sign of what they stand at. */
  private boolean turned(Set<String> words) {
    return words.stream().filter(lexicon::turns).count() % 2 == 1;
  }

  private static double cosine(Set<String> a, Set<String> b, Map<String, Double> rarity) {
    var shared = new TreeSet<>(a);
    shared.retainAll(b);
    return square(shared, rarity) / Math.sqrt(square(a, rarity) * square(b, rarity));
  }

  private static double square(Set<String> words, Map<String, Double> rarity) {
    return words.stream().mapToDouble(word -> rarity.get(word) * rarity.get(word)).sum();
  }
}
