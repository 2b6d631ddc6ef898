package org.parley.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.parley.scorer.InputEncoder;
import org.parley.scorer.OnnxFile;

/**
 * BERT (Devlin et al. 2019) with post-norm, as the ONNX file has it, and two linear heads over
 * [first piece; mean of the target's pieces; mean of the holder's pieces]. The tables of embeddings
 * stay as they are.
 */
final class Network implements AutoCloseable {
  static final int WIDTH = 384;
  static final int LAYERS = 6;
  static final int CLASSES = 3;
  private static final int HEADS = 12;

  private final Pattern low;
  private final int frozen;

  private static final float DROPOUT = 0.1f;
  private static final float EPSILON = 1e-12f;

  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final float[][] words;
  private final float[][] positions;
  private final float[][] types;
  // A scalar operand under a gradient collector corrupted gradients on CPUs; a constant array does not.
  private final NDArray scale;

  /**
   * The network.
   *
   * @param frozen how many of the lowest layers stay as they are
   */
  Network(NDManager manager, OnnxFile base, int frozen, long seed) {
    this.manager = manager;
    this.frozen = frozen;
    low = Pattern.compile(frozen == 0 ? "^embeddings$" : "^embeddings|layer\\.[0-" + (frozen - 1) + "][./]");
    words = base.embeddings("embeddings.word_embeddings.weight");
    positions = base.embeddings("embeddings.position_embeddings.weight");
    types = base.embeddings("embeddings.token_type_embeddings.weight");
    for (String name : base.layers()) {
      float[][] matrix = base.layer(name);
      var flat = new float[matrix.length * matrix[0].length];
      for (int i = 0; i < matrix.length; i++) {
        System.arraycopy(matrix[i], 0, flat, i * matrix[0].length, matrix[0].length);
      }
      parameter(name, flat, new Shape(matrix.length, matrix[0].length));
    }
    for (String name : base.vectors()) {
      if (!name.startsWith("pooler")) {
        float[] vector = base.floats(name);
        parameter(name, vector, new Shape(vector.length));
      }
    }
    var random = new Random(seed);
    for (Example.Task task : Example.Task.values()) {
      var weights = new float[3 * WIDTH * CLASSES];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (random.nextGaussian() * 0.02);
      }
      parameter(head(task) + ".weight", weights, new Shape(3 * WIDTH, CLASSES));
      parameter(head(task) + ".bias", new float[CLASSES], new Shape(CLASSES));
    }
    scale = manager.create(new float[] {(float) (1 / Math.sqrt(WIDTH / (double) HEADS))});
  }

  static String head(Example.Task task) {
    return "head." + task.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Where what one step makes lives. */
  NDManager scope() {
    return manager.newSubManager();
  }

  /** All weights by name. */
  Map<String, NDArray> parameters() {
    return parameters;
  }

  /** The parameters that training changes: those of the lowest layers stay. */
  Map<String, NDArray> trained() {
    var trained = new LinkedHashMap<String, NDArray>();
    parameters.forEach(
        (name, array) -> {
          if (array.hasGradient()) {
            trained.put(name, array);
          }
        });
    return trained;
  }

  private void parameter(String name, float[] values, Shape shape) {
    var array = manager.create(values, shape);
    array.setRequiresGradient(!low.matcher(name).find());
    parameters.put(name, array);
  }

  /** What the layers that stay make of questions: one vector a piece, one after the other. */
  List<float[]> lower(List<InputEncoder.Encoded> encoded) {
    try (var scope = manager.newSubManager()) {
      var batch = new Padding(encoded);
      int n = encoded.size();
      int length = batch.length();
      var x = scope.create(batch.embeddings(words, positions, types), new Shape(n, length, WIDTH));
      var bias = scope.create(batch.attention(), new Shape(n, 1, 1, length));
      x = norm(x, "embeddings.LayerNorm");
      for (int layer = 0; layer < frozen; layer++) {
        x = layer(x, bias, n, length, layer, false);
      }
      float[] all = x.toFloatArray();
      var found = new ArrayList<float[]>();
      for (int row = 0; row < n; row++) {
        int from = row * length * WIDTH;
        found.add(Arrays.copyOfRange(all, from, from + encoded.get(row).ids().length * WIDTH));
      }
      return found;
    }
  }

  /**
   * The heads' answers.
   *
   * @return one array of logits a task, batch x classes
   */
  NDList logits(Batch batch, NDManager scope, boolean training) {
    var padding = new Padding(batch.rows().stream().map(Batch.Row::encoded).toList());
    int n = batch.rows().size();
    int length = padding.length();
    var x = scope.create(batch.lower(length), new Shape(n, length, WIDTH));
    var bias = scope.create(padding.attention(), new Shape(n, 1, 1, length));
    for (int layer = frozen; layer < LAYERS; layer++) {
      x = layer(x, bias, n, length, layer, training);
    }
    var first = x.get(":, 0");
    var target = scope.create(padding.means(true), new Shape(n, 1, length)).matMul(x).squeeze(1);
    var holder = scope.create(padding.means(false), new Shape(n, 1, length)).matMul(x).squeeze(1);
    var joined = dropout(NDArrays.concat(new NDList(first, target, holder), 1), training);
    var found = new NDList();
    for (Example.Task task : Example.Task.values()) {
      found.add(
          joined
              .matMul(parameters.get(head(task) + ".weight"))
              .add(parameters.get(head(task) + ".bias")));
    }
    return found;
  }

  private NDArray layer(
      NDArray x, NDArray bias, int n, int length, int layer, boolean training) {
    String at = "encoder.layer." + layer;
    String node = "/encoder/layer." + layer;
    var query =
        heads(linear(x, node + "/attention/self/query", at + ".attention.self.query"), n, length)
            .mul(scale);
    var key = heads(linear(x, node + "/attention/self/key", at + ".attention.self.key"), n, length);
    var value =
        heads(linear(x, node + "/attention/self/value", at + ".attention.self.value"), n, length);
    var weights =
        dropout(query.matMul(key.transpose(0, 1, 3, 2)).add(bias).softmax(-1), training);
    var context =
        weights.matMul(value).transpose(0, 2, 1, 3).reshape(new Shape(n, length, WIDTH));
    var attended =
        dropout(
            linear(context, node + "/attention/output/dense", at + ".attention.output.dense"),
            training);
    x = norm(x.add(attended), at + ".attention.output.LayerNorm");
    var inner =
        Activation.gelu(linear(x, node + "/intermediate/dense", at + ".intermediate.dense"));
    var out = dropout(linear(inner, node + "/output/dense", at + ".output.dense"), training);
    return norm(x.add(out), at + ".output.LayerNorm");
  }

  private NDArray linear(NDArray x, String weight, String bias) {
    return x.matMul(parameters.get(weight)).add(parameters.get(bias + ".bias"));
  }

  private static NDArray heads(NDArray x, int n, int length) {
    return x.reshape(new Shape(n, length, HEADS, WIDTH / HEADS)).transpose(0, 2, 1, 3);
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(WIDTH),
            parameters.get(name + ".weight"),
            parameters.get(name + ".bias"),
            EPSILON)
        .singletonOrThrow();
  }

  private static NDArray dropout(NDArray x, boolean training) {
    return training ? Dropout.dropout(x, DROPOUT, true).singletonOrThrow() : x;
  }

  @Override
  public void close() {
    manager.close();
  }
}
