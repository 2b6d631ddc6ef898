package org.parley.stance;

import java.util.ArrayList;
import java.util.List;

/**
 * What a frame's sign has become on its way to a target.
 *
 * @param sign 1 for, -1 against or 0
 * @param confidence factor for what the way leaves open
 * @param operators words that turned the sign
 * @param steps how many words lie behind
 */
record Way(double sign, double confidence, List<String> operators, int steps) {
  Way {
    operators = List.copyOf(operators);
  }

  static Way from(double sign) {
    return new Way(sign, 1, List.of(), 0);
  }

  Way surely(double factor) {
    return new Way(sign, confidence * factor, operators, steps);
  }

  Way with(double otherSign) {
    return new Way(otherSign, confidence, operators, steps);
  }

  /** The way with another word that turned the sign; the sign itself stays. */
  Way past(String operator) {
    var longer = new ArrayList<>(operators);
    longer.add(operator);
    return new Way(sign, confidence, longer, steps);
  }

  Way further() {
    return new Way(sign, confidence, operators, steps + 1);
  }
}
