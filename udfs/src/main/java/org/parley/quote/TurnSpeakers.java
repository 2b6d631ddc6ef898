package org.parley.quote;

import java.util.LinkedHashMap;
import java.util.Locale;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;

/**
 * Says who speaks in the turns of a transcript: the person whose name a label gives or repeats in
 * short, and behind "A:" the person whom the introduction names most often.
 */
final class TurnSpeakers {
  private final TokenTree tree;
  private final Resolution resolution;
  private final LabelWords labels;

  /** Offset of the first turn. */
  private int first = -1;

  TurnSpeakers(TokenTree tree, Resolution resolution, LabelWords labels) {
    this.tree = tree;
    this.resolution = resolution;
    this.labels = labels;
  }

  /**
   * The id of the person who has a turn, or null. Turns are asked for in their order.
   *
   * @param label the words in front of the colon that name him
   */
  String of(Source label) {
    int begin = tree.token(label.from()).begin();
    first = first < 0 ? begin : first;
    if (isLetter(label)) {
      return kind(label) == LabelWords.Kind.ANSWER ? introduced() : null;
    }
    return named(label);
  }

  /** Whether a label is a letter of an interview rather than a name. */
  boolean isLetter(Source label) {
    return kind(label) == LabelWords.Kind.ANSWER || kind(label) == LabelWords.Kind.QUESTION;
  }

  private LabelWords.Kind kind(Source label) {
    String text = tree.text(label.from(), label.to());
    return labels.kind(text.length() == 2 ? text.substring(0, 1) : text);
  }

  /** The person mentioned most often before the first turn, the first of them if there is a tie. */
  private String introduced() {
    var counts = new LinkedHashMap<String, Integer>();
    for (var mention : resolution.mentions()) {
      if (mention.begin() < first && isPerson(mention)) {
        counts.merge(mention.entityId(), 1, Integer::sum);
      }
    }
    String best = null;
    for (var entry : counts.entrySet()) {
      if (best == null || entry.getValue() > counts.get(best)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  /**
   * The person with the label's whole name, or else the one whose last name it is: of several the
   * one named last before the label, or the first one named behind it.
   */
  private String named(Source label) {
    String whole = tree.text(label.from(), label.to()).toLowerCase(Locale.ROOT);
    String last = tree.lower(label.head());
    int begin = tree.token(label.from()).begin();
    String best = null;
    for (var mention : resolution.mentions()) {
      if (!isPerson(mention)) {
        continue;
      }
      String name = name(mention);
      if (name.equals(whole) && name.contains(" ")) {
        return mention.entityId();
      }
      boolean same = name.equals(last) || name.endsWith(" " + last);
      if (same && (best == null || mention.begin() < begin)) {
        best = mention.entityId();
      }
    }
    return best;
  }

  private String name(Mention mention) {
    return resolution.entities().get(mention.entityId()).name().toLowerCase(Locale.ROOT);
  }

  private boolean isPerson(Mention mention) {
    var entity = resolution.entities().get(mention.entityId());
    return entity != null && entity.type() == EntityType.PERSON;
  }
}
