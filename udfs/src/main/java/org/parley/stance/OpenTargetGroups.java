package org.parley.stance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;

/**
 * Puts wordings of open targets together that mean one matter: "the gas line", "new gas lines"; or
 * "judicial overhaul", "court reform". Words decide, the rarer the more (cosine of inverse document
 * frequencies); where meanings are known, a near one joins what shares too few words and a far one
 * parts what shares them by chance. A wording that ends or forbids something never joins what it
 * ends, nor one name's matter another's, however near they are, so that a group has one sign.
 * Immutable.
 */
public final class OpenTargetGroups {
  /** Wordings whose meaning is asked for, the most frequent first: it takes milliseconds each. */
  private static final int MOST_MEANINGS = 3000;

  private final Matter.Reader reader;
  private final Meaning meaning;

  /**
   * Makes groups by words and meanings.
   *
   * @param lexicon says what ends or forbids
   * @param gazetteer says which names are one
   */
  public OpenTargetGroups(Lexicon lexicon, Gazetteer gazetteer, Meaning meaning) {
    this.reader = new Matter.Reader(lexicon, gazetteer);
    this.meaning = meaning;
  }

  /** With the lexicon and the names of the seeds. */
  public static OpenTargetGroups of(Seeds seeds, Meaning meaning) {
    return new OpenTargetGroups(Lexicon.load(seeds), Gazetteer.of(seeds), meaning);
  }

  /**
   * An open target.
   *
   * @param id its words, such as {@code open:new_gas_line}
   * @param text how it mostly stands in texts: "the new gas line"
   * @param count how often it is met
   */
  public record Wording(String id, String text, long count) {}

  /** Wordings that are one matter: the first speaks for all, but each adds its names. */
  private static final class Group {
    private final String id;
    private final float[] vector;
    private Matter matter;

    Group(String id, Matter matter, float[] vector) {
      this.id = id;
      this.matter = matter;
      this.vector = vector;
    }
  }

  /**
   * The group of each open target.
   *
   * @return for each id the id of its group, which is that of its most frequent wording; the most
   *     frequent first
   */
  public Map<String, String> group(Collection<Wording> wordings) {
    var sorted =
        wordings.stream()
            .sorted(Comparator.comparingLong(Wording::count).reversed().thenComparing(Wording::id))
            .toList();
    var matters = sorted.stream().map(reader::read).toList();
    var likeness = new Likeness(matters, meaning);
    var groups = new ArrayList<Group>();
    var byWord = new HashMap<String, List<Group>>();
    var found = new LinkedHashMap<String, String>();
    for (int i = 0; i < sorted.size(); i++) {
      var matter = matters.get(i);
      float[] vector = i < MOST_MEANINGS ? likeness.vector(sorted.get(i).text) : null;
      var candidates =
          vector == null
              ? matter.words().stream()
                  .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                  .distinct()
              : groups.stream();
      var best =
          candidates
              .map(
                  group ->
                      Map.entry(group, likeness.of(group.matter, group.vector, matter, vector)))
              .filter(entry -> entry.getValue() > 0)
              .max(
                  Map.Entry.<Group, Double>comparingByValue()
                      .thenComparing(entry -> entry.getKey().id, Comparator.reverseOrder()));
      String id = sorted.get(i).id;
      if (best.isPresent()) {
        var group = best.get().getKey();
        group.matter = group.matter.withNamesOf(matter);
        found.put(id, group.id);
      } else {
        var group = new Group(id, matter, vector);
        groups.add(group);
        matter
            .words()
            .forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(group));
        found.put(id, id);
      }
    }
    return found;
  }
}
