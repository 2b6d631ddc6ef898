package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Entities that keep the same company without meeting: the cosine of the vectors of their
 * associations with all others. Exact; what it costs is the sum of the squares of the degrees.
 */
final class SameCompany {
  /** With fewer companions, any two that share one look alike. */
  static final int LEAST_COMPANIONS = 5;

  /** So many of the likest are kept for each entity. */
  static final int LIKEST = 10;

  private final int nodes;
  private final int[] begin;
  private final int[] companion;
  private final double[] association;

  /**
   * Of a network.
   *
   * @param begin for each node, where its companions begin
   * @param companion the companions of all nodes
   * @param association how strongly, not below 0
   */
  SameCompany(int[] begin, int[] companion, double[] association) {
    this.nodes = begin.length - 1;
    this.begin = begin;
    this.companion = companion;
    this.association = association;
  }

  /**
   * Two entities.
   *
   * @param cosine from 0, nobody in common, to 1
   * @param shared how many companions they have in common
   */
  record Alike(int a, int b, double cosine, int shared) {
    private static final Comparator<Alike> LIKEST_FIRST =
        Comparator.comparingDouble(Alike::cosine)
            .reversed()
            .thenComparing(Alike::a)
            .thenComparing(Alike::b);
  }

  /** Those that are among the likest of either, a below b; the likest come first. */
  List<Alike> find() {
    var norms = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = begin[i]; j < begin[i + 1]; j++) {
        norms[i] += association[j] * association[j];
      }
      norms[i] = Math.sqrt(norms[i]);
    }
    var found = new java.util.HashSet<Alike>();
    var product = new double[nodes];
    var shared = new int[nodes];
    for (int a = 0; a < nodes; a++) {
      if (begin[a + 1] - begin[a] < LEAST_COMPANIONS || norms[a] == 0) {
        continue;
      }
      var others = overlap(a, product, shared);
      var likest = new PriorityQueue<>(Alike.LIKEST_FIRST.reversed());
      for (int b : others) {
        if (b != a
            && shared[b] > 1
            && begin[b + 1] - begin[b] >= LEAST_COMPANIONS
            && Arrays.binarySearch(companion, begin[a], begin[a + 1], b) < 0) {
          double cosine = Math.min(1, product[b] / (norms[a] * norms[b]));
          likest.add(new Alike(Math.min(a, b), Math.max(a, b), cosine, shared[b]));
          if (likest.size() > LIKEST) {
            likest.remove();
          }
        }
        product[b] = 0;
        shared[b] = 0;
      }
      found.addAll(likest);
    }
    return found.stream().sorted(Alike.LIKEST_FIRST).toList();
  }

  /** Those who share a companion with a, whose products and numbers it fills in. */
  private List<Integer> overlap(int a, double[] product, int[] shared) {
    var others = new ArrayList<Integer>();
    for (int i = begin[a]; i < begin[a + 1]; i++) {
      int c = companion[i];
      for (int j = begin[c]; j < begin[c + 1]; j++) {
        int b = companion[j];
        if (shared[b]++ == 0) {
          others.add(b);
        }
        product[b] += association[i] * association[j];
      }
    }
    return others;
  }
}
