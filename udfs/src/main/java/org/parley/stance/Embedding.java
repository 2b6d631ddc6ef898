package org.parley.stance;

import java.util.ArrayList;
import java.util.List;
import org.parley.stance.StanceEvidence.Time;

/**
 * What the clauses above a frame make of it: negated, attempted, refused, reported by somebody,
 * only possible, past. {@link Climb} and {@link WordSigns} fill it.
 */
final class Embedding {
  private final List<String> operators = new ArrayList<>();

  private final List<Integer> sources = new ArrayList<>();

  private double sign = 1;

  private double strength = 1;

  private double certainty = 1;

  private boolean negated;

  private boolean noLonger;

  private boolean blocked;

  private boolean conditional;

  private Time time = Time.NOW;

  /** Reads what stands above a frame. */
  static Embedding of(Lexicon lexicon, Tree tree, FrameMatcher.Match match) {
    var embedding = new Embedding();
    new Climb(lexicon, tree, match, embedding).read();
    return embedding;
  }

  List<String> operators() {
    return operators;
  }

  /** Those who say so, innermost first: heads of nominals. */
  List<Integer> sources() {
    return sources;
  }

  /** What implicative verbs make of the sign: 1 or -1. */
  double sign() {
    return sign;
  }

  /** How much hedges and attempts leave of the strength. */
  double strength() {
    return strength;
  }

  /** How sure the structure above is, as a factor of confidence. */
  double certainty() {
    return certainty;
  }

  boolean negated() {
    return negated;
  }

  boolean noLonger() {
    return noLonger;
  }

  /** Whether the frame is not asserted at all. */
  boolean blocked() {
    return blocked;
  }

  boolean conditional() {
    return conditional;
  }

  Time time() {
    return time;
  }

  /** The frame is not asserted. */
  void block(String why) {
    blocked = true;
    operators.add(why);
  }

  void note(String operator) {
    operators.add(operator);
  }

  void negate(boolean so, String operator) {
    negated = so;
    operators.add(operator);
  }

  void endNow() {
    noLonger = true;
  }

  void turn(double factor) {
    sign *= factor;
  }

  void weaken(double factor) {
    strength *= factor;
  }

  void doubt(double factor) {
    certainty *= factor;
  }

  /** It holds only where something else does. */
  void condition(String operator) {
    conditional = true;
    weaken(0.5);
    operators.add(operator);
  }

  void at(Time when) {
    time = when;
  }

  void addSource(int token) {
    if (!sources.contains(token)) {
      sources.add(token);
    }
  }

  void addSources(List<Integer> tokens) {
    tokens.forEach(this::addSource);
  }
}
