package org.parley.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of time steps in which something is mentioned far more than it usually is: the batch
 * automaton of Kleinberg (2003, section 4) with two states.
 *
 * @param begin the first step of the burst, from 0
 * @param end the step after its last one
 * @param weight how much better the burst state explains these steps, in natural logarithms
 */
public record Burst(int begin, int end, double weight) {
  /** How much more frequent the thing is in a burst than it is over all. */
  public static final double SCALE = 2;

  /** How dear it is to enter a burst. */
  public static final double GAMMA = 1;

  private static final double MOST = 0.9999;

  /** The bursts at {@link #SCALE} and {@link #GAMMA}. */
  public static List<Burst> find(long[] relevant, long[] all) {
    return find(relevant, all, SCALE, GAMMA);
  }

  /**
   * The bursts in a series, in order. Entering the burst state costs gamma ln(steps), leaving it
   * nothing; the series starts in the base state; of equally cheap paths the one with fewer burst
   * steps is taken.
   *
   * @param relevant how many documents of each step mention the thing
   * @param all how many documents each step has; a step may have none
   * @param scale the ratio of the rates in the two states, above 1
   * @param gamma the weight of the cost of entering, at least 0
   */
  public static List<Burst> find(long[] relevant, long[] all, double scale, double gamma) {
    int steps = relevant.length;
    if (steps != all.length || scale <= 1 || gamma < 0) {
      throw new IllegalArgumentException(
          "bursts need as many totals as counts, a scale above 1 and gamma from 0");
    }
    double sumRelevant = 0;
    double sumAll = 0;
    for (int t = 0; t < steps; t++) {
      if (relevant[t] < 0 || relevant[t] > all[t]) {
        throw new IllegalArgumentException(
            "step " + t + " has " + relevant[t] + " of " + all[t] + " documents");
      }
      sumRelevant += relevant[t];
      sumAll += all[t];
    }
    if (sumRelevant == 0 || sumRelevant / sumAll >= MOST) {
      return List.of();
    }
    double base = sumRelevant / sumAll;
    double raised = Math.min(MOST, base * scale);
    double enter = gamma * Math.log(steps);

    // gain[t] is how much cheaper the burst state is at step t; the binomial coefficient cancels.
    var gain = new double[steps];
    var fromBurstToBase = new boolean[steps];
    var fromBurstToBurst = new boolean[steps];
    double costBase = 0;
    double costBurst = Double.POSITIVE_INFINITY;
    for (int t = 0; t < steps; t++) {
      gain[t] =
          relevant[t] * Math.log(raised / base)
              + (all[t] - relevant[t]) * (Math.log1p(-raised) - Math.log1p(-base));
      fromBurstToBase[t] = costBurst < costBase;
      fromBurstToBurst[t] = costBurst < costBase + enter;
      double nextBase = Math.min(costBase, costBurst);
      costBurst = Math.min(costBurst, costBase + enter) - gain[t];
      costBase = nextBase;
    }
    var inBurst = new boolean[steps];
    boolean state = costBurst < costBase;
    for (int t = steps - 1; t >= 0; t--) {
      inBurst[t] = state;
      state = state ? fromBurstToBurst[t] : fromBurstToBase[t];
    }
    return runs(inBurst, gain);
  }

  private static List<Burst> runs(boolean[] inBurst, double[] gain) {
    var bursts = new ArrayList<Burst>();
    for (int t = 0; t < inBurst.length; t++) {
      if (inBurst[t]) {
        int begin = t;
        double weight = 0;
        while (t < inBurst.length && inBurst[t]) {
          weight += gain[t++];
        }
        bursts.add(new Burst(begin, t, weight));
      }
    }
    return bursts;
  }
}
