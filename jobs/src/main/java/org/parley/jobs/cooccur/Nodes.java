package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.Arrays;

/** Of each entity, its windows with all others, and how many others those are. */
final class Nodes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] windows;
  private final long[] degrees;

  Nodes(int entities) {
    windows = new long[entities];
    degrees = new long[entities];
  }

  /** Takes the windows of a pair to both of its ends. */
  void add(long pair, long common) {
    add(PairKey.first(pair), common, 1);
    add(PairKey.second(pair), common, 1);
  }

  /** Takes some of an entity's windows, with so many others. */
  void add(int entity, long common, long others) {
    windows[entity] += common;
    degrees[entity] += others;
  }

  /** The windows of an entity with all others. */
  long windows(int entity) {
    return windows[entity];
  }

  /** How many others an entity is with. */
  long degree(int entity) {
    return degrees[entity];
  }

  /** The windows of all entities together: twice those of all pairs. */
  long total() {
    return Arrays.stream(windows).sum();
  }

  /** Takes an entity. */
  interface Node {
    void accept(int entity, long windows, long others);
  }

  /** The entities that have a pair. */
  void forEach(Node node) {
    for (int i = 0; i < windows.length; i++) {
      if (degrees[i] > 0) {
        node.accept(i, windows[i], degrees[i]);
      }
    }
  }
}
