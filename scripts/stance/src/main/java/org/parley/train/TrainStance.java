package org.parley.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.parley.scorer.Adapter;
import org.parley.scorer.InputEncoder;
import org.parley.scorer.OnnxFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fine-tunes the encoder of the stance scorer and writes the adapter that Parley ships. */
@Command(
    name = "train-stance",
    mixinStandardHelpOptions = true,
    description = "Fine-tune the encoder of the stance scorer.")
public final class TrainStance implements Callable<Integer> {
  /** Questions at once where nothing is learned. */
  private static final int LOWER = 64;

  @Option(
      names = "--newsmtsc",
      required = true,
      description = "Folder with newsmtsc-train, -rw-dev and -mt-dev.jsonl.gz.")
  private Path newsMtsc;

  @Option(names = "--own", required = true, description = "seeds/stance/sentences.csv.")
  private Path own;

  @Option(names = "--out", required = true, description = "Folder for weights and figures.")
  private Path out;

  @Option(names = "--epochs", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(names = "--rate", defaultValue = "1.5e-4", description = "Default ${DEFAULT-VALUE}.")
  private float rate;

  @Option(names = "--seed", defaultValue = "11", description = "Default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--frozen",
      defaultValue = "2",
      description = "Layers that stay as they are. Default ${DEFAULT-VALUE}.")
  private int frozen;

  @Option(names = "--batch", defaultValue = "32", description = "Default ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--rank",
      defaultValue = "96",
      description = "Of the adapter's products. Default ${DEFAULT-VALUE}.")
  private int rank;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      split = ",",
      description = "Train nothing, make an adapter of the mean of what trainings left.")
  private List<Path> weights = List.of();

  @Option(names = "--limit", hidden = true, description = "Examples of an epoch at most.")
  private int limit = Integer.MAX_VALUE;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrainStance()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.getEngine("PyTorch");
    engine.setRandomSeed((int) seed);
    Files.createDirectories(out);
    byte[] file = resource("/all-minilm-l6-v2-q.onnx");
    var base = new OnnxFile(file);
    var encoder =
        InputEncoder.of(new ByteArrayInputStream(resource("/all-minilm-l6-v2-q-tokenizer.json")));
    try (var network = new Network(NDManager.newBaseManager("PyTorch"), base, frozen, seed)) {
      var sentences = Corpora.own(own);
      var train = new ArrayList<>(Corpora.newsMtsc(newsMtsc.resolve("newsmtsc-train.jsonl.gz")));
      train.addAll(sentences.train());
      var held = new LinkedHashMap<String, List<Example>>();
      held.put("rw-dev", Corpora.newsMtsc(newsMtsc.resolve("newsmtsc-rw-dev.jsonl.gz")));
      held.put("mt-dev", Corpora.newsMtsc(newsMtsc.resolve("newsmtsc-mt-dev.jsonl.gz")));
      held.put("own", sentences.held());
      var heldRows = new LinkedHashMap<String, List<Batch.Row>>();
      held.forEach((name, examples) -> heldRows.put(name, rows(network, encoder, examples)));
      if (weights.isEmpty()) {
        train(engine, network, rows(network, encoder, train), heldRows);
      } else {
        load(network, weights);
        report("mean", network, heldRows);
      }
      pack(network, file, base, heldRows);
    }
    return 0;
  }

  /** Writes the change of the weights as an adapter, and what it costs to make it small. */
  private void pack(
      Network network, byte[] file, OnnxFile base, Map<String, List<Batch.Row>> held)
      throws IOException {
    var changes = new LinkedHashMap<String, Adapter.Product>();
    var vectors = new LinkedHashMap<String, float[]>();
    double kept = 0;
    for (var parameter : network.trained().entrySet()) {
      String name = parameter.getKey();
      var array = parameter.getValue();
      if (!name.startsWith("/")) {
        vectors.put(name, array.toFloatArray());
        continue;
      }
      float[][] before = base.layer(name);
      float[] after = array.toFloatArray();
      var change = new double[before.length][before[0].length];
      for (int i = 0; i < change.length; i++) {
        for (int j = 0; j < change[i].length; j++) {
          change[i][j] = after[i * change[i].length + j] - before[i][j];
        }
      }
      var near = LowRank.of(change, rank);
      kept += near.kept();
      changes.put(name, near.product());
      near.product().addTo(before);
      array.set(FloatBuffer.wrap(flat(before)));
    }
    System.out.printf(
        "rank %d keeps %.1f%% of the changes%n", rank, 100 * kept / changes.size());
    report("packed", network, held);
    var sentiment = new ArrayList<>(held.get("rw-dev"));
    sentiment.addAll(held.get("mt-dev"));
    var sets = Map.of(Example.Task.SENTIMENT, sentiment, Example.Task.STANCE, held.get("own"));
    for (Example.Task task : Example.Task.values()) {
      var calibration = Calibration.of(logits(network, sets.get(task)), sets.get(task));
      System.out.printf("%s %s%n", task, calibration);
      vectors.put(
          "temperature." + task.name().toLowerCase(java.util.Locale.ROOT),
          new float[] {(float) calibration.temperature()});
    }
    try (var stream = Files.newOutputStream(out.resolve("adapter.bin"))) {
      new Adapter(sha256(file), changes, vectors).write(stream);
    }
  }

  private void train(
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
      report("epoch " + epoch, network, held);
      save(network, out.resolve("weights-" + epoch + ".bin"));
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

  private static List<Batch.Row> rows(
      Network network, InputEncoder encoder, List<Example> examples) {
    var encoded = examples.stream().map(example -> encoder.encode(example.input())).toList();
    var order = new ArrayList<Integer>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> encoded.get(i).ids().length));
    var rows = new Batch.Row[examples.size()];
    for (int at = 0; at < order.size(); at += LOWER) {
      var some = order.subList(at, Math.min(order.size(), at + LOWER));
      var lower = network.lower(some.stream().map(encoded::get).toList());
      for (int k = 0; k < some.size(); k++) {
        int i = some.get(k);
        rows[i] = new Batch.Row(examples.get(i), encoded.get(i), lower.get(k));
      }
    }
    return List.of(rows);
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

  private static void report(String when, Network network, Map<String, List<Batch.Row>> held) {
    held.forEach(
        (name, rows) ->
            System.out.printf("%s %s %s%n", when, name, Figures.of(logits(network, rows), rows)));
  }

  /** The logits of each row, by the head that its example asks. */
  private static double[][] logits(Network network, List<Batch.Row> examples) {
    var found = new double[examples.size()][Network.CLASSES];
    for (int at = 0; at < examples.size(); at += LOWER) {
      var rows = examples.subList(at, Math.min(examples.size(), at + LOWER));
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

  private static float[] flat(float[][] matrix) {
    int columns = matrix[0].length;
    var flat = new float[matrix.length * columns];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * columns, columns);
    }
    return flat;
  }

  /** The mean of the weights of several trainings (Wortsman et al. 2022). */
  private static void load(Network network, List<Path> files) throws IOException {
    var sums = new LinkedHashMap<String, float[]>();
    for (Path file : files) {
      try (var data = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (String name : network.parameters().keySet()) {
          if (!data.readUTF().equals(name)) {
            throw new IllegalArgumentException(file + " holds other weights");
          }
          var sum = new float[data.readInt()];
          for (int i = 0; i < sum.length; i++) {
            sum[i] = data.readFloat() / files.size();
          }
          sums.merge(name, sum, TrainStance::plus);
        }
      }
    }
    sums.forEach((name, sum) -> network.parameters().get(name).set(FloatBuffer.wrap(sum)));
  }

  private static float[] plus(float[] sum, float[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return sum;
  }

  private static void save(Network network, Path file) throws IOException {
    try (var data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (var parameter : network.parameters().entrySet()) {
        data.writeUTF(parameter.getKey());
        float[] values = parameter.getValue().toFloatArray();
        data.writeInt(values.length);
        for (float value : values) {
          data.writeFloat(value);
        }
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = TrainStance.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("the class path has no " + name);
      }
      return in.readAllBytes();
    }
  }
}
