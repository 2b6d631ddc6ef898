package org.parley.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.stance.StanceEvidence.TargetKind;

/** The targets that a frame's sign has reached from one of its slots. */
final class Reach {
  private final List<Hit> hits = new ArrayList<>();

  private final Set<Integer> seen;

  private final Reading reading;

  private final Tree tree;

  /**
   * @param cue words that the way does not lead through
   */
  Reach(Reading reading, Tree tree, Set<Integer> cue) {
    this.reading = reading;
    this.tree = tree;
    this.seen = new HashSet<>(cue);
  }

  /**
   * A target reached.
   *
   * @param token the word that names it
   * @param sign what the frame's sign became on the way: 1, -1 or 0
   * @param confidence factor for the way
   * @param operators words that turned the sign
   */
  record Hit(
      String targetId,
      TargetKind kind,
      int token,
      double sign,
      double confidence,
      List<String> operators) {}

  /** Steps on a word; false if the way was there before. */
  boolean enter(int token) {
    return seen.add(token);
  }

  void leave(int token) {
    seen.remove(token);
  }

  List<Hit> hits() {
    return hits;
  }

  void add(Hit hit) {
    hits.add(hit);
  }

  void issue(IssueMatcher.Match match, int token, Way way) {
    add(
        new Hit(
            match.issue().targetId(),
            TargetKind.ISSUE,
            token,
            way.sign() * match.sign(),
            way.confidence() * match.confidence(),
            way.operators()));
  }

  /** Whom a word names, if it is somebody who can be for or against something. */
  void actor(int token, Way way) {
    var mention = reading.mention(tree, token);
    if (mention != null && reading.acts(mention.entityId())) {
      actor(mention, token, way);
    }
  }

  void actor(Mention mention, int token, Way way) {
    add(
        new Hit(
            mention.entityId(),
            TargetKind.ENTITY,
            token,
            way.sign(),
            way.confidence() * mention.confidence(),
            way.operators()));
  }
}
