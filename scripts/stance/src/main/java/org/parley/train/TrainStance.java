package org.parley.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
      held.forEach((name, examples) -> heldRows.put(name, Answers.rows(network, encoder, examples)));
      if (weights.isEmpty()) {
        new Training(epochs, rate, seed, batchSize, limit, out)
            .run(engine, network, Answers.rows(network, encoder, train), heldRows);
      } else {
        WeightFiles.load(network, weights);
        Answers.report("mean", network, heldRows);
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
    Answers.report("packed", network, held);
    var sentiment = new ArrayList<>(held.get("rw-dev"));
    sentiment.addAll(held.get("mt-dev"));
    var sets = Map.of(Example.Task.SENTIMENT, sentiment, Example.Task.STANCE, held.get("own"));
    for (Example.Task task : Example.Task.values()) {
      var calibration = Calibration.of(Answers.logits(network, sets.get(task)), sets.get(task));
      System.out.printf("%s %s%n", task, calibration);
      vectors.put(
          "temperature." + task.name().toLowerCase(java.util.Locale.ROOT),
          new float[] {(float) calibration.temperature()});
    }
    try (var stream = Files.newOutputStream(out.resolve("adapter.bin"))) {
      new Adapter(sha256(file), changes, vectors).write(stream);
    }
  }

  private static float[] flat(float[][] matrix) {
    int columns = matrix[0].length;
    var flat = new float[matrix.length * columns];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * columns, columns);
    }
    return flat;
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
