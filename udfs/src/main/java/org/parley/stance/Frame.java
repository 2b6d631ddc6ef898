package org.parley.stance;

import java.util.List;
import java.util.Set;

/**
 * A word or phrase that says that somebody is for or against something: one row of
 * lexicon/frames.csv, where the columns are described.
 *
 * @param id name of the row, e.g. {@code reject.v}
 * @param needs what else must stand beside the head word; each item lists its alternatives
 * @param part part of speech
 * @param holders where the holder stands, in order of preference
 * @param targets where targets stand, with their signs
 * @param intensity strength, from 0 to 1
 * @param kind class of the frame, e.g. {@code support}
 */
record Frame(
    String id,
    List<Set<String>> needs,
    Part part,
    List<String> holders,
    List<Target> targets,
    double intensity,
    String kind) {
  Frame {
    needs = List.copyOf(needs);
    holders = List.copyOf(holders);
    targets = List.copyOf(targets);
  }

  /** Holder slot of frames that speak for whoever utters them. */
  static final String SPEAKER = "speaker";

  enum Part {
    VERB,
    NOUN,
    ADJECTIVE,
    /** A preposition with a copula: "is against the deal". */
    PREPOSITION
  }

  /** A place where a target stands, and whether the holder is for (1), against (-1) or neither. */
  record Target(String slot, int sign) {}

  boolean bySpeaker() {
    return holders.contains(SPEAKER);
  }

  boolean isAct() {
    return kind.startsWith("act");
  }

  /** Frames that only bring something about or end it. */
  boolean isEffect() {
    return kind.equals("effect");
  }

  /**
   * Whether the holder takes a side on the matter in a slot, whatever it is. To do something to it
   * or to bring it about is not enough, nor is to grant that something is so.
   */
  boolean takesSides(FrameMatcher.Filler filler) {
    boolean granted = kind.equals("accept") && filler.slot().equals("that");
    boolean attribute = bySpeaker() && filler.slot().equals("node");
    boolean consequence = kind.equals("blame") && filler.slot().equals("for");
    return !isAct() && !isEffect() && !granted && !attribute && !consequence;
  }
}
