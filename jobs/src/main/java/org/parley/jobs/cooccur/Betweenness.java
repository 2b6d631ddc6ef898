package org.parley.jobs.cooccur;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many shortest paths between others lead over each node (Freeman 1977), by the algorithm of
 * Brandes (2001), in steps from node to node whatever the weights are. In a network of many nodes,
 * only paths from a random sample of nodes are followed and scaled up (Brandes and Pich 2007).
 */
final class Betweenness {
  /** Above so many nodes, paths start from a sample of that many. */
  static final int MOST_SOURCES = 1000;

  private static final long SEED = 1;

  private final int nodes;
  private final int[] begin;
  private final int[] neighbour;

  /**
   * Of a network.
   *
   * @param begin for each node, where its neighbours begin
   * @param neighbour the neighbours of all nodes
   */
  Betweenness(int[] begin, int[] neighbour) {
    this.nodes = begin.length - 1;
    this.begin = begin;
    this.neighbour = neighbour;
  }

  /** From how many nodes paths are followed. */
  int sources(int mostSources) {
    return Math.min(nodes, mostSources);
  }

  /**
   * Paths over each node, each pair of ends counted once, as a share of all pairs of other nodes:
   * from 0 to 1.
   */
  double[] shares(int mostSources) {
    var shares = new double[nodes];
    int[] sources = sample(mostSources);
    var search = new Search();
    for (int source : sources) {
      search.from(source, shares);
    }
    // Each pair of ends was met from both sides; a sample stands for all sources.
    double scale =
        nodes < 3 ? 0 : (double) nodes / sources.length / ((nodes - 1.0) * (nodes - 2.0));
    Arrays.setAll(shares, i -> shares[i] * scale);
    return shares;
  }

  private int[] sample(int size) {
    var all = new int[nodes];
    Arrays.setAll(all, i -> i);
    if (nodes <= size) {
      return all;
    }
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(nodes - i);
      int swap = all[i];
      all[i] = all[j];
      all[j] = swap;
    }
    int[] some = Arrays.copyOf(all, size);
    Arrays.sort(some);
    return some;
  }

  private final class Search {
    private final int[] order = new int[nodes];
    private final int[] distance = new int[nodes];
    private final double[] paths = new double[nodes];
    private final double[] dependency = new double[nodes];

    void from(int source, double[] shares) {
      Arrays.fill(distance, -1);
      Arrays.fill(paths, 0);
      Arrays.fill(dependency, 0);
      distance[source] = 0;
      paths[source] = 1;
      order[0] = source;
      int found = 1;
      for (int i = 0; i < found; i++) {
        int node = order[i];
        for (int j = begin[node]; j < begin[node + 1]; j++) {
          int next = neighbour[j];
          if (distance[next] < 0) {
            distance[next] = distance[node] + 1;
            order[found++] = next;
          }
          if (distance[next] == distance[node] + 1) {
            paths[next] += paths[node];
          }
        }
      }
      for (int i = found - 1; i > 0; i--) {
        int node = order[i];
        for (int j = begin[node]; j < begin[node + 1]; j++) {
          int before = neighbour[j];
          if (distance[before] == distance[node] - 1) {
            dependency[before] += paths[before] / paths[node] * (1 + dependency[node]);
          }
        }
        shares[node] += dependency[node];
      }
    }
  }
}
