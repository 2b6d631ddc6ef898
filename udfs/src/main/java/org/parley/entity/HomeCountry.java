package org.parley.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The country that a text is about: the one to which most of its names belong. */
final class HomeCountry {
  private static final int LEAST = 3;
  private static final double SHARE = 0.6;

  private final Map<String, Integer> counts = new TreeMap<>();
  private int all;

  /**
   * Counts names.
   *
   * @param names those of a text, by sentence
   */
  HomeCountry(Gazetteer gazetteer, Collection<List<Referent>> names) {
    for (var sentence : names) {
      for (var name : sentence) {
        gazetteer.countryOf(name.entity().id()).ifPresent(this::count);
      }
    }
  }

  private void count(String country) {
    counts.merge(country, 1, Integer::sum);
    all++;
  }

  /** The country, where {@value #SHARE} of at least {@value #LEAST} names are of one. */
  Optional<String> id() {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= LEAST && count.getValue() >= SHARE * all)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
