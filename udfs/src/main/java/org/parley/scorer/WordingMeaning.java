package org.parley.scorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.parley.stance.Meaning;

/**
 * The meaning of wordings by the base encoder, all-MiniLM-L6-v2 without the adapter: the mean of
 * its vectors, of length 1, as Reimers and Gurevych (2019) make sentence embeddings. One wording is
 * asked about at a time, because the graph scales what it rounds by the largest value of a batch.
 */
final class WordingMeaning implements Meaning {
  private final OnnxSession session;
  private final InputEncoder encoder;

  /**
   * Makes a session.
   *
   * @throws IllegalArgumentException if the class path has not what it needs
   */
  WordingMeaning() {
    if (!BaseEncoder.isPresent()) {
      throw new IllegalArgumentException(BaseEncoder.MISSING);
    }
    try {
      var onnx = new OnnxFile(BaseEncoder.bytes());
      for (String layer : onnx.layers()) {
        onnx.put(layer, onnx.layer(layer), BaseEncoder.LEVELS);
      }
      session = new OnnxSession(onnx.bytes());
      encoder = BaseEncoder.tokenizer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<float[]> of(String wording) {
    long[] ids = encoder.encode(wording).ids();
    var vectors = session.vectors(ids, new float[ids.length]);
    var mean = new float[vectors.remaining() / ids.length];
    while (vectors.hasRemaining()) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += vectors.get();
      }
    }
    double square = 0;
    for (float value : mean) {
      square += (double) value * value;
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= (float) Math.sqrt(square);
    }
    return Optional.of(mean);
  }
}
