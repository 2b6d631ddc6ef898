package org.parley.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trains a network over some epochs; what comes out depends on the seed alone.
 *
 * @param rate of the encoder's layers; the heads learn five times as fast
 * @param limit examples of an epoch at most
 * @param out where to keep the weights of each epoch
 */
record Training(int epochs, float rate, long seed, int batchSize, int limit, Path out) {

  void run(
      Engine engine,
      Network network,
      List<Batch.Row> rows,
      Map<String, List<Batch.Row>> held)
      throws IOException {
    int steps = Math.min(limit, rows.size()) / batchSize * epochs;
    var body = optimizer(rate, steps, 0.01f);
    var heads = optimizer(5 * rate, steps, 0.01f);
    var vectors = optimizer(rate, steps, 0);
    var random = new Random(seed);
    System.out.printf("%d examples, %d steps%n", rows.size(), steps);
    int step = 0;
    long start = System.nanoTime();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double loss = 0;
      var batches = batches(rows, random);
      for (Batch batch : batches.subList(0, Math.min(batches.size(), limit / batchSize))) {
        loss += step(engine, network, batch, body, heads, vectors);
        if (++step % 50 == 0) {
          System.out.printf(
              "epoch %d step %d loss %.4f, %.0f s%n",
              epoch, step, loss / 50, (System.nanoTime() - start) / 1e9);
          loss = 0;
        }
      }
      Answers.report("epoch " + epoch, network, held);
      WeightFiles.save(network, out.resolve("weights-" + epoch + ".bin"));
    }
  }

  private double step(
      Engine engine,
      Network network,
      Batch batch,
      Optimizer body,
      Optimizer heads,
      Optimizer vectors) {
    try (var scope = network.scope()) {
      double value;
      try (var collector = engine.newGradientCollector()) {
        NDArray loss = null;
        NDList logits = network.logits(batch, scope, true);
        for (Example.Task task : Example.Task.values()) {
          var right =
              scope.create(batch.labels(task), new Shape(batch.rows().size(), Network.CLASSES));
          var part = logits.get(task.ordinal()).logSoftmax(-1).mul(right).sum();
          loss = loss == null ? part : loss.add(part);
        }
        collector.backward(loss);
        value = loss.getFloat();
      }
      var gradients = new LinkedHashMap<String, NDArray>();
      double square = 0;
      for (var parameter : network.trained().entrySet()) {
        var gradient = parameter.getValue().getGradient();
        gradient.attach(scope);
        gradients.put(parameter.getKey(), gradient);
        square += gradient.square().sum().getFloat();
      }
      float factor = (float) Math.min(1, 1 / (Math.sqrt(square) + 1e-6));
      gradients.forEach(
          (name, gradient) -> {
            var optimizer =
                name.startsWith("head.")
                    ? heads
                    : name.startsWith("/") ? body : vectors;
            optimizer.update(name, network.parameters().get(name), gradient.mul(factor));
          });
      return value;
    }
  }

  /** AdamW whose rate rises over a tenth of the steps and then falls to 0. */
  private static Optimizer optimizer(float rate, int steps, float decay) {
    Tracker tracker =
        step -> {
          double warm = Math.max(1, steps * 0.1);
          return (float)
              (rate
                  * (step <= warm
                      ? step / warm
                      : Math.max(0, (steps - step) / Math.max(1, steps - warm))));
        };
    return Optimizer.adamW().optLearningRateTracker(tracker).optWeightDecays(decay).build();
  }

  /** Batches of about equal lengths, in random order. */
  private List<Batch> batches(List<Batch.Row> rows, Random random) {
    var order = new ArrayList<>(rows);
    Collections.shuffle(order, random);
    var batches = new ArrayList<Batch>();
    int window = batchSize * 40;
    for (int at = 0; at < order.size(); at += window) {
      var near = new ArrayList<>(order.subList(at, Math.min(order.size(), at + window)));
      near.sort(Comparator.comparingInt(row -> row.encoded().ids().length));
      for (int k = 0; k < near.size(); k += batchSize) {
        batches.add(new Batch(List.copyOf(near.subList(k, Math.min(near.size(), k + batchSize)))));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
