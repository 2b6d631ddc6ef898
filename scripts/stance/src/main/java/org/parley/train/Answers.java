package org.parley.train;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.parley.scorer.InputEncoder;

/** What a network answers where nothing is learned. */
final class Answers {
  /** Questions at once. */
  private static final int AT_ONCE = 64;

  private Answers() {}

  /** Examples with what the frozen layers make of them, which is computed once. */
  static List<Batch.Row> rows(
      Network network, InputEncoder encoder, List<Example> examples) {
    var encoded = examples.stream().map(example -> encoder.encode(example.input())).toList();
    var order = new ArrayList<Integer>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> encoded.get(i).ids().length));
    var rows = new Batch.Row[examples.size()];
    for (int at = 0; at < order.size(); at += AT_ONCE) {
      var some = order.subList(at, Math.min(order.size(), at + AT_ONCE));
      var lower = network.lower(some.stream().map(encoded::get).toList());
      for (int k = 0; k < some.size(); k++) {
        int i = some.get(k);
        rows[i] = new Batch.Row(examples.get(i), encoded.get(i), lower.get(k));
      }
    }
    return List.of(rows);
  }

  static void report(String when, Network network, Map<String, List<Batch.Row>> held) {
    held.forEach(
        (name, rows) ->
            System.out.printf("%s %s %s%n", when, name, Figures.of(logits(network, rows), rows)));
  }

  /** The logits of each row, by the head that its example asks. */
  static double[][] logits(Network network, List<Batch.Row> examples) {
    var found = new double[examples.size()][Network.CLASSES];
    for (int at = 0; at < examples.size(); at += AT_ONCE) {
      var rows = examples.subList(at, Math.min(examples.size(), at + AT_ONCE));
      try (var scope = network.scope()) {
        var logits = network.logits(new Batch(rows), scope, false);
        var values = logits.stream().map(NDArray::toFloatArray).toList();
        for (int row = 0; row < rows.size(); row++) {
          float[] task = values.get(rows.get(row).example().task().ordinal());
          for (int k = 0; k < Network.CLASSES; k++) {
            found[at + row][k] = task[row * Network.CLASSES + k];
          }
        }
      }
    }
    return found;
  }
}
