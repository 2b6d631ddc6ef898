package org.parley.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words in capitals that the tagger saw as nobody's name, though the text comes back to them: an
 * organisation goes by them. One place may be a shout or a unit.
 */
final class Capitals {
  private static final double LOUD = 0.3;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 7;

  private final Gazetteer gazetteer;
  private final NameCues cues;

  Capitals(Gazetteer gazetteer, NameCues cues) {
    this.gazetteer = gazetteer;
    this.cues = cues;
  }

  /** Labels them in a text. */
  void label(List<Labels> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (var labels : sentences) {
      for (int i = 0; i < labels.size(); i++) {
        if (labels.at(i) != null) {
          taken.add(labels.word(i));
        }
      }
      if (!isLoud(labels)) {
        for (int i = 0; i < labels.size(); i++) {
          if (stands(labels, i)) {
            counts.merge(labels.word(i), 1, Integer::sum);
          }
        }
      }
    }
    counts.keySet().removeAll(taken);
    counts.values().removeIf(count -> count < 2);
    for (var labels : sentences) {
      for (int i = 0; i < labels.size(); i++) {
        if (counts.containsKey(labels.word(i)) && stands(labels, i)) {
          labels.set(i, i + 1, EntityType.ORGANIZATION);
        }
      }
    }
  }

  private boolean stands(Labels labels, int at) {
    var word = labels.word(at);
    return isLoud(word)
        && word.length() <= LONGEST
        && labels.pos(at).startsWith("NN")
        && labels.at(at) == null
        && !cues.isNoName(word)
        && gazetteer.names().exact(word) == null
        && !(at > 1 && labels.isCapital(at - 1))
        && !(at + 1 < labels.size() && labels.isCapital(at + 1));
  }

  /** Whether a sentence shouts. */
  private static boolean isLoud(Labels labels) {
    int loud = 0;
    for (int i = 0; i < labels.size(); i++) {
      loud += isLoud(labels.word(i)) ? 1 : 0;
    }
    return loud > labels.size() * LOUD;
  }

  private static boolean isLoud(String word) {
    return word.length() >= SHORTEST && word.chars().allMatch(Character::isUpperCase);
  }
}
