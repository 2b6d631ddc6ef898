package org.parley.stance;

import java.util.Set;

/** Targets that stand in a frame's slot and are not what the holder is for or against. */
final class Unmeant {
  private Unmeant() {}

  static boolean isUnmeant(
      Tree tree, FrameMatcher.Match match, FrameMatcher.Filler filler, Reach.Hit hit) {
    var frame = match.frame();
    // "A strong opponent of X": the adjective judges the opponent.
    boolean beyond =
        frame.bySpeaker()
            && tree.relation(match.node()).equals("amod")
            && !hit.operators().isEmpty();
    boolean attribute = filler.slot().equals("node") && frame.bySpeaker();
    boolean entity = hit.kind() == StanceEvidence.TargetKind.ENTITY;
    return beyond || (entity ? isUnmeantActor(tree, match, filler, hit) : attribute);
  }

  private static boolean isUnmeantActor(
      Tree tree, FrameMatcher.Match match, FrameMatcher.Filler filler, Reach.Hit hit) {
    var frame = match.frame();
    // Whom one urges is not what one urges.
    boolean addressee =
        Set.of("demand", "commit", "want", "hope").contains(frame.kind())
            && hit.token() == filler.token()
            && !filler.slot().equals("against");
    boolean far = frame.kind().equals("shift") && !hit.operators().isEmpty();
    // "Allowed X to go first", "encouraged X to leave": that is wanted, and no more.
    boolean permitted =
        Set.of("accept", "support").contains(frame.kind())
            && filler.slot().equals("obj")
            && tree.children(match.node(), "xcomp").stream()
                .anyMatch(next -> tree.marker(next).equals("to"));
    // "A really good Trump rally" is no good Trump.
    boolean named =
        filler.slot().equals("node")
            && tree.children(filler.token(), "det").stream()
                .anyMatch(det -> Set.of("a", "an").contains(tree.word(det)));
    return frame.isEffect() || addressee || far || permitted || named;
  }
}
