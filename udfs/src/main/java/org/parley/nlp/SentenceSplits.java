package org.parley.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits sentences that are too long to analyse: tables, lists and pages that lost their full
 * stops.
 */
final class SentenceSplits {
  private SentenceSplits() {}

  /**
   * The sentence in parts of at most the given length each. A part ends after the strongest mark in
   * its second half (the last one of those), and at the limit where there is none.
   */
  static List<List<CoreLabel>> split(List<CoreLabel> tokens, int limit) {
    var parts = new ArrayList<List<CoreLabel>>();
    int begin = 0;
    while (tokens.size() - begin > limit) {
      int end = begin + limit;
      int best = 0;
      for (int i = begin + limit - 1; i >= begin + limit / 2; i--) {
        int strength = strength(tokens.get(i).word());
        if (strength > best) {
          best = strength;
          end = i + 1;
        }
      }
      parts.add(tokens.subList(begin, end));
      begin = end;
    }
    parts.add(tokens.subList(begin, tokens.size()));
    return parts;
  }

  private static int strength(String word) {
    return switch (word) {
      case ".", "!", "?", "..." -> 5;
      case ";" -> 4;
      case ":", "|", "•", "·" -> 3;
      case "--", "-", "–", "—" -> 2;
      case "," -> 1;
      default -> 0;
    };
  }
}
