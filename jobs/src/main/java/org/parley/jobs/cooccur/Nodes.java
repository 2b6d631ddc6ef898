package org.parley.jobs.cooccur;

/** Of each entity, its windows with all others, and how many others those are. */
final class Nodes {
  private final long[] windows;
  private final int[] degrees;

  Nodes(int entities) {
    windows = new long[entities];
    degrees = new int[entities];
  }

  /** Takes the windows of a pair to both of its ends. */
  void add(long pair, long common) {
    for (int entity : new int[] {PairKey.first(pair), PairKey.second(pair)}) {
      windows[entity] += common;
      degrees[entity]++;
    }
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
