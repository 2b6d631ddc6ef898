package org.parley.scorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A small encoder (all-MiniLM-L6-v2 in eight bits, with an adapter trained by scripts/train-stance)
 * which says how a sentence speaks of a target and how a holder stands to it. An answer depends on
 * its question alone: questions are not joined to batches, because the graph scales what it rounds
 * by the largest value of the batch. Safe for use by several threads; each uses one core.
 */
public final class LearnedScorer {
  /** What to do where the scorer's jars are missing. */
  public static final String MISSING = BaseEncoder.MISSING;

  private static final String ADAPTER = "/org/parley/seed/stance/adapter.bin";

  private static final int CLASSES = 3;

  private static final class Holder {
    static final LearnedScorer INSTANCE = new LearnedScorer();
  }

  private final OnnxSession session;
  private final InputEncoder encoder;
  private final Head sentiment;
  private final Head stance;

  /**
   * The scorer of this JVM, made at the first call: a second, and 60 MB outside the heap.
   *
   * @throws IllegalArgumentException if the class path has not what it needs; one line says what
   */
  public static LearnedScorer shared() {
    if (!isPresent()) {
      throw new IllegalArgumentException(MISSING);
    }
    return Holder.INSTANCE;
  }

  /** Whether the class path has what the scorer needs. */
  public static boolean isPresent() {
    return BaseEncoder.isPresent();
  }

  private LearnedScorer() {
    try (var trained = BaseEncoder.resource(ADAPTER)) {
      byte[] file = BaseEncoder.bytes();
      var adapter = Adapter.read(trained);
      if (!sha256(file).equals(adapter.base())) {
        throw new IllegalArgumentException(
            "the adapter of the stance scorer belongs to another encoder than the class path's"
                + BaseEncoder.ENCODER);
      }
      var onnx = new OnnxFile(file);
      adapter.mergeInto(onnx, BaseEncoder.LEVELS);
      session = new OnnxSession(onnx.bytes());
      encoder = BaseEncoder.tokenizer();
      sentiment = new Head(adapter, "sentiment");
      stance = new Head(adapter, "stance");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers a question. */
  public Answer answer(StanceInput input) {
    double[][] logits = logits(input);
    return new Answer(
        Answer.Shares.of(logits[0], sentiment.temperature),
        Answer.Shares.of(logits[1], stance.temperature));
  }

  /**
   * What the heads say before it is made a probability.
   *
   * @return the logits of against, neither and for: of the sentiment, then of the stance
   */
  double[][] logits(StanceInput input) {
    var encoded = encoder.encode(input);
    float[] target = encoded.mask(true);
    var vectors = session.vectors(encoded.ids(), target);
    float[] joined = joined(vectors, target.length, target, encoded.mask(false));
    return new double[][] {sentiment.logits(joined), stance.logits(joined)};
  }

  /** The first piece's vector, the mean of the target's and the mean of the holder's. */
  private static float[] joined(FloatBuffer vectors, int length, float[] target, float[] holder) {
    int width = vectors.remaining() / length;
    var joined = new float[3 * width];
    vectors.get(0, joined, 0, width);
    var vector = new float[width];
    float targets = sum(target);
    float holders = sum(holder);
    for (int i = 0; i < length; i++) {
      vectors.get(i * width, vector);
      for (int k = 0; k < width; k++) {
        joined[width + k] += target[i] == 0 ? 0 : vector[k] / targets;
        joined[2 * width + k] += holder[i] == 0 ? 0 : vector[k] / holders;
      }
    }
    return joined;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A linear layer over the joined vectors. */
  private static final class Head {
    private final float[] weights;
    private final float[] bias;
    private final double temperature;

    Head(Adapter adapter, String name) {
      weights = adapter.vectors().get("head." + name + ".weight");
      bias = adapter.vectors().get("head." + name + ".bias");
      temperature = adapter.vectors().get("temperature." + name)[0];
    }

    double[] logits(float[] joined) {
      var logits = new double[CLASSES];
      for (int k = 0; k < CLASSES; k++) {
        logits[k] = bias[k];
        for (int i = 0; i < joined.length; i++) {
          logits[k] += joined[i] * weights[i * CLASSES + k];
        }
      }
      return logits;
    }
  }
}
