package org.parley.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One text, one name, one type: what most places of a text say about a string holds for all of it,
 * also where the tagger saw nothing.
 */
final class NameVote {
  private final Map<String, EnumMap<EntityType, Integer>> votes = new HashMap<>();
  private final NameCues cues;
  private final Map<String, EntityType> acronyms;

  /** A string with its winner. */
  private record Winner(List<String> words, EntityType type, int votes) {}

  NameVote(NameCues cues, Map<String, EntityType> acronyms) {
    this.cues = cues;
    this.acronyms = acronyms;
  }

  /** Applies the vote to all sentences of a text. */
  void correct(List<Labels> sentences) {
    for (var labels : sentences) {
      for (var span : labels.spans()) {
        vote(labels.text(span.first(), span.last()), span.type());
        if (span.type() == EntityType.PERSON && span.size() > 1) {
          // Whoever has his full name here is called by the family's alone afterwards.
          vote(labels.word(span.last() - 1), EntityType.PERSON);
          vote(labels.word(span.last() - 1), EntityType.PERSON);
          if (cues.isFamily(labels.word(span.first()))) {
            vote(labels.word(span.first()), EntityType.PERSON);
            vote(labels.word(span.first()), EntityType.PERSON);
          }
        }
      }
    }
    acronyms.forEach(
        (word, type) -> {
          votes.remove(word);
          vote(word, type);
          vote(word, type);
        });
    var byFirst = new HashMap<String, List<Winner>>();
    votes.forEach(
        (text, count) -> {
          var winner = winner(text, count);
          if (winner != null) {
            byFirst.computeIfAbsent(winner.words().get(0), w -> new ArrayList<>()).add(winner);
          }
        });
    byFirst
        .values()
        .forEach(
            list ->
                list.sort(
                    (a, b) -> {
                      int longer = Integer.compare(b.words().size(), a.words().size());
                      return longer != 0
                          ? longer
                          : String.join(" ", a.words()).compareTo(String.join(" ", b.words()));
                    }));
    for (var labels : sentences) {
      relabel(labels);
      spread(labels, byFirst);
    }
  }

  private void vote(String text, EntityType type) {
    votes.computeIfAbsent(text, t -> new EnumMap<>(EntityType.class)).merge(type, 1, Integer::sum);
  }

  private static Winner winner(String text, EnumMap<EntityType, Integer> count) {
    EntityType best = null;
    int most = 0;
    int all = 0;
    for (var entry : count.entrySet()) {
      all += entry.getValue();
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return most * 3 >= all * 2 ? new Winner(List.of(text.split(" ", -1)), best, most) : null;
  }

  private void relabel(Labels labels) {
    for (var span : labels.spans()) {
      var count = votes.get(labels.text(span.first(), span.last()));
      var winner = count == null ? null : winner("", count);
      if (winner != null && winner.type() != span.type()) {
        labels.set(span.first(), span.last(), winner.type());
      }
    }
  }

  private void spread(Labels labels, Map<String, List<Winner>> byFirst) {
    for (int i = 0; i < labels.size(); i++) {
      var winners = labels.at(i) == null ? byFirst.get(labels.word(i)) : null;
      if (winners == null) {
        continue;
      }
      for (var winner : winners) {
        int last = i + winner.words().size();
        if (last <= labels.size() && labels.isFree(i, last) && stands(labels, i, winner)) {
          labels.set(i, last, winner.type());
          break;
        }
      }
    }
  }

  private boolean stands(Labels labels, int first, Winner winner) {
    int size = winner.words().size();
    for (int k = 1; k < size; k++) {
      if (!labels.word(first + k).equals(winner.words().get(k))) {
        return false;
      }
    }
    if (size > 1 || acronyms.containsKey(winner.words().get(0))) {
      return true;
    }
    if (first == 0) {
      // "Shorten will ...": a sentence's first word may be a name that the tagger did not see.
      return winner.type() == EntityType.PERSON
          && winner.votes() > 1
          && labels.size() > 1
          && labels.pos(1).matches("VB[DZ]|MD|POS");
    }
    boolean beside =
        isFreeCapital(labels, first - 1)
            || (first + 1 < labels.size() && isFreeCapital(labels, first + 1));
    return winner.votes() > 1
        && labels.pos(first).startsWith("NNP")
        && Character.isUpperCase(labels.word(first).charAt(0))
        && !beside;
  }

  /** A capital word beside makes the string a part of some other name. */
  private static boolean isFreeCapital(Labels labels, int token) {
    return labels.at(token) == null
        && Character.isUpperCase(labels.word(token).charAt(0))
        && labels.pos(token).startsWith("NNP");
  }
}
