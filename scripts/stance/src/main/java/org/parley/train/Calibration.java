package org.parley.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The temperature that makes answers likeliest (Guo et al. 2017), and how far their probabilities
 * then are from the truth.
 *
 * @param temperature what logits are divided by
 * @param error expected calibration error over ten bins of equal mass, in percent
 * @param bins mean probability of the answer and share that is right, in percent, a bin to a row
 */
record Calibration(double temperature, double error, List<double[]> bins) {
  private static final int BINS = 10;

  static Calibration of(double[][] logits, List<Batch.Row> rows) {
    double best = 1;
    for (double temperature = 0.5; temperature <= 4; temperature += 0.05) {
      if (loss(logits, rows, temperature) < loss(logits, rows, best)) {
        best = temperature;
      }
    }
    var sure = new ArrayList<double[]>();
    for (int i = 0; i < logits.length; i++) {
      double[] shares = shares(logits[i], best);
      int answer = 0;
      for (int k = 1; k < shares.length; k++) {
        answer = shares[k] > shares[answer] ? k : answer;
      }
      sure.add(
          new double[] {shares[answer], answer == rows.get(i).example().label() ? 1 : 0});
    }
    sure.sort(Comparator.comparingDouble(pair -> pair[0]));
    var bins = new ArrayList<double[]>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      var bin = sure.subList(sure.size() * b / BINS, sure.size() * (b + 1) / BINS);
      double said = bin.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
      double right = bin.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
      bins.add(new double[] {100 * said, 100 * right});
      error += 100 * Math.abs(said - right) * bin.size() / sure.size();
    }
    return new Calibration(best, error, bins);
  }

  private static double loss(double[][] logits, List<Batch.Row> rows, double temperature) {
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      loss -= Math.log(shares(logits[i], temperature)[rows.get(i).example().label()]);
    }
    return loss;
  }

  private static double[] shares(double[] logits, double temperature) {
    double sum = 0;
    var shares = new double[logits.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = Math.exp(logits[k] / temperature);
      sum += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  @Override
  public String toString() {
    var table = new StringBuilder();
    bins.forEach(
        bin -> table.append(String.format(Locale.ROOT, " %.0f:%.0f", bin[0], bin[1])));
    return String.format(
        Locale.ROOT,
        "temperature %.2f, ECE %.1f, said:right%s",
        temperature,
        error,
        table);
  }
}
