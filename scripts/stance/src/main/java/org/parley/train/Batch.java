package org.parley.train;

import java.util.List;
import org.parley.scorer.InputEncoder;

/** Questions that the network learns from at once. */
record Batch(List<Row> rows) {
  /**
   * A question.
   *
   * @param example the question with what is right
   * @param encoded its pieces
   * @param lower what the layers that stay make of it, vector by vector
   */
  record Row(Example example, InputEncoder.Encoded encoded, float[] lower) {}

  /** What the layers that stay make of the questions, each padded to a length with zeros. */
  float[] lower(int length) {
    var all = new float[rows.size() * length * Network.WIDTH];
    for (int row = 0; row < rows.size(); row++) {
      float[] vectors = rows.get(row).lower();
      System.arraycopy(vectors, 0, all, row * length * Network.WIDTH, vectors.length);
    }
    return all;
  }

  /** Minus 1 / size at the right class of the rows that ask the task, else 0. */
  float[] labels(Example.Task task) {
    var labels = new float[rows.size() * Network.CLASSES];
    for (int row = 0; row < rows.size(); row++) {
      var example = rows.get(row).example();
      if (example.task() == task) {
        labels[row * Network.CLASSES + example.label()] = -1f / rows.size();
      }
    }
    return labels;
  }
}
