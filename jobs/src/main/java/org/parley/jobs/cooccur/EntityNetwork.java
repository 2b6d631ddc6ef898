package org.parley.jobs.cooccur;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * An undirected weighted network in arrays, and where each node stands in it. Nodes are numbered
 * from 0; results depend on the numbers only, not on the order of the edges.
 */
final class EntityNetwork {
  private static final double DAMPING = 0.85;
  private static final double PRECISION = 1e-12;
  private static final int MOST_ROUNDS = 1000;

  /** Leiden draws at random; a fixed seed makes it the same draw each time. */
  private static final long SEED = 1;

  private static final int LEIDEN_ROUNDS = 20;

  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final double[] weight;
  private final int[] begin;
  private final int[] neighbour;
  private final double[] neighbourWeight;

  /**
   * A network of edges, each given once.
   *
   * @param nodes the number of nodes
   * @param from one end of each edge, smaller than the other
   * @param to the other end
   * @param weight the weight of each edge, above 0
   */
  EntityNetwork(int nodes, int[] from, int[] to, double[] weight) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.weight = weight;
    begin = new int[nodes + 1];
    for (int e = 0; e < from.length; e++) {
      begin[from[e] + 1]++;
      begin[to[e] + 1]++;
    }
    Arrays.parallelPrefix(begin, Integer::sum);
    neighbour = new int[2 * from.length];
    neighbourWeight = new double[2 * from.length];
    var next = Arrays.copyOf(begin, nodes);
    for (int e = 0; e < from.length; e++) {
      neighbour[next[from[e]]] = to[e];
      neighbourWeight[next[from[e]]++] = weight[e];
      neighbour[next[to[e]]] = from[e];
      neighbourWeight[next[to[e]]++] = weight[e];
    }
  }

  /** The betweenness of the nodes. */
  Betweenness betweenness() {
    return new Betweenness(begin, neighbour);
  }

  /** Who keeps the same company. Neighbours are in ascending order where edges were. */
  SameCompany sameCompany() {
    return new SameCompany(begin, neighbour, neighbourWeight);
  }

  /** The number of edges of each node. */
  int[] degrees() {
    var degrees = new int[nodes];
    Arrays.setAll(degrees, i -> begin[i + 1] - begin[i]);
    return degrees;
  }

  /** The sum of the weights of each node's edges. */
  double[] strengths() {
    var strengths = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = begin[i]; j < begin[i + 1]; j++) {
        strengths[i] += neighbourWeight[j];
      }
    }
    return strengths;
  }

  /**
   * Weighted PageRank (Page et al. 1999) with damping 0.85: a walker follows an edge with a
   * probability that is proportional to its weight. All sum to 1.
   */
  double[] pageRank() {
    var strengths = strengths();
    var rank = new double[nodes];
    Arrays.fill(rank, 1.0 / nodes);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double idle = 0;
      for (int i = 0; i < nodes; i++) {
        idle += strengths[i] == 0 ? rank[i] : 0;
      }
      var next = new double[nodes];
      double change = 0;
      for (int i = 0; i < nodes; i++) {
        double sum = 0;
        for (int j = begin[i]; j < begin[i + 1]; j++) {
          sum += rank[neighbour[j]] * neighbourWeight[j] / strengths[neighbour[j]];
        }
        next[i] = (1 - DAMPING + DAMPING * idle) / nodes + DAMPING * sum;
        change += Math.abs(next[i] - rank[i]);
      }
      rank = next;
      if (change < PRECISION) {
        break;
      }
    }
    return rank;
  }

  /**
   * The largest k for each node such that it belongs to the k-core (Batagelj and Zaversnik 2003).
   */
  int[] cores() {
    int[] core = degrees();
    int most = Arrays.stream(core).max().orElse(0);
    var bucket = new int[most + 2];
    for (int degree : core) {
      bucket[degree + 1]++;
    }
    Arrays.parallelPrefix(bucket, Integer::sum);
    var position = new int[nodes];
    var order = new int[nodes];
    var next = bucket.clone();
    for (int i = 0; i < nodes; i++) {
      position[i] = next[core[i]]++;
      order[position[i]] = i;
    }
    for (int i = 0; i < nodes; i++) {
      int node = order[i];
      for (int j = begin[node]; j < begin[node + 1]; j++) {
        int other = neighbour[j];
        if (core[other] > core[node]) {
          int first = bucket[core[other]];
          int moved = order[first];
          order[position[other]] = moved;
          position[moved] = position[other];
          order[first] = other;
          position[other] = first;
          bucket[core[other]]++;
          core[other]--;
        }
      }
    }
    return core;
  }

  /**
   * Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019) with modularity as
   * quality function.
   *
   * @return for each node the smallest node of its community
   */
  int[] communities() {
    var community = new int[nodes];
    if (from.length == 0) {
      Arrays.setAll(community, i -> i);
      return community;
    }
    // With strengths as node weights and 1 / 2W as resolution, the quality function is modularity.
    double total = 2 * Arrays.stream(weight).sum();
    var network =
        new Network(
            strengths(),
            new LargeIntArray[] {new LargeIntArray(from), new LargeIntArray(to)},
            new LargeDoubleArray(weight),
            false,
            false);
    var leiden =
        new LeidenAlgorithm(
            1 / total, LEIDEN_ROUNDS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
    Clustering clustering = leiden.findClustering(network);
    var smallest = new int[clustering.getNClusters()];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int i = 0; i < nodes; i++) {
      int cluster = clustering.getCluster(i);
      smallest[cluster] = Math.min(smallest[cluster], i);
    }
    Arrays.setAll(community, i -> smallest[clustering.getCluster(i)]);
    return community;
  }
}
