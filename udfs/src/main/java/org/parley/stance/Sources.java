package org.parley.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.parley.stance.StanceEvidence.Channel;

/**
 * Those who say what a frame says, innermost first: the sources of a sentence, then the speaker of
 * a quotation.
 */
record Sources(List<Source> list) {
  /** One who says so: the entity, or null and only his words. */
  record Source(String entityId, String text, double confidence) {
    String label() {
      return entityId == null ? text : entityId;
    }
  }

  Sources {
    list = List.copyOf(list);
  }

  /** The sources of a frame. */
  static Sources of(
      Holders holders, Reading reading, Tree tree, FrameMatcher.Match match, Embedding embedding) {
    var found = new ArrayList<Source>();
    for (int token : embedding.sources()) {
      var entities = holders.resolve(reading, tree, List.of(token), embedding.sources());
      if (entities.isEmpty()) {
        found.add(new Source(null, tree.token(token).word(), 1));
      }
      entities.forEach((id, confidence) -> found.add(new Source(id, null, confidence)));
    }
    var quotation = reading.quotation(tree, match.node());
    var speaking = quotation == null ? null : reading.speaker(quotation);
    if (quotation != null && (speaking != null || !quotation.speakerText().isEmpty())) {
      String id = speaking == null ? null : holders.actor(reading, speaking.id());
      double confidence = speaking == null ? quotation.confidence() : speaking.confidence();
      var speaker = new Source(id, quotation.speakerText(), confidence);
      boolean known =
          found.stream()
              .anyMatch(
                  s ->
                      speaker.entityId() == null
                          ? s.entityId() == null
                          : speaker.entityId().equals(s.entityId()));
      boolean unnamed = found.size() == 1 && found.get(0).entityId() == null;
      if (unnamed && speaker.entityId() != null) {
        found.set(0, speaker);
      } else if (!known) {
        found.add(speaker);
      }
    }
    return new Sources(found);
  }

  /** The one nearest to the words, if an entity; or null. */
  Source innermost() {
    return list.isEmpty() || list.get(0).entityId() == null ? null : list.get(0);
  }

  /**
   * All but those who hold it, outermost first.
   *
   * @param holders the holder and those joined to him: "France and Germany said ..."
   */
  List<String> chain(Set<String> holders) {
    var chain =
        new ArrayList<>(
            list.stream()
                .map(Source::label)
                .filter(label -> !holders.contains(label))
                .distinct()
                .toList());
    Collections.reverse(chain);
    return chain;
  }

  /** How the text shows the stance of a holder and those joined to him. */
  Channel channel(Reading reading, Tree tree, FrameMatcher.Match match, Set<String> holders) {
    boolean own =
        list.stream()
            .anyMatch(source -> source.entityId() != null && holders.contains(source.entityId()));
    if (!list.isEmpty() && !own) {
      return Channel.THIRD_PARTY;
    }
    if (own && reading.isDirect(tree, match.node())) {
      return Channel.DIRECT;
    }
    return match.frame().isAct() || match.frame().isEffect() ? Channel.ACT : Channel.INDIRECT;
  }
}
