package org.parley.scorer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * An encoder that ONNX Runtime runs. A class of its own, because the JVM wants ONNX Runtime's
 * classes as soon as it checks one that names them: others can say first that they are missing.
 */
final class OnnxSession {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxSession(byte[] file) {
    try {
      var options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(file, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the stance scorer does not start: " + e.getMessage(), e);
    }
  }

  /**
   * The vectors of pieces, one after the other.
   *
   * @param ids numbers of the pieces
   * @param target 1 where the target stands, else 0
   */
  FloatBuffer vectors(long[] ids, float[] target) {
    long[] shape = {1, ids.length};
    var types = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      types[i] = (long) target[i];
    }
    var all = new long[ids.length];
    Arrays.fill(all, 1);
    try (var pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(all), shape);
        var type = OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape);
        var result =
            session.run(
                Map.of("input_ids", pieces, "attention_mask", mask, "token_type_ids", type))) {
      // A copy, which outlives the result.
      return ((OnnxTensor) result.get(0)).getFloatBuffer();
    } catch (OrtException e) {
      throw new IllegalStateException("the stance scorer fails: " + e.getMessage(), e);
    }
  }
}
