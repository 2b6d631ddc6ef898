package org.parley.train;

import java.util.List;
import org.parley.scorer.InputEncoder;

/**
 * The pieces of questions that the network answers at once, padded to the longest.
 *
 * @param encoded the pieces of each
 */
record Padding(List<InputEncoder.Encoded> encoded) {
  private static final float MASKED = -10_000;

  private int size() {
    return encoded.size();
  }

  int length() {
    return encoded.stream().mapToInt(e -> e.ids().length).max().orElse(0);
  }

  /** The sums of the three embeddings of each piece; the target's pieces have the second type. */
  float[] embeddings(float[][] words, float[][] positions, float[][] types) {
    int length = length();
    int width = Network.WIDTH;
    var sums = new float[size() * length * width];
    for (int row = 0; row < size(); row++) {
      long[] ids = encoded.get(row).ids();
      float[] target = encoded.get(row).mask(true);
      for (int i = 0; i < ids.length; i++) {
        float[] word = words[(int) ids[i]];
        float[] type = types[(int) target[i]];
        int at = (row * length + i) * width;
        for (int k = 0; k < width; k++) {
          sums[at + k] = word[k] + positions[i][k] + type[k];
        }
      }
    }
    return sums;
  }

  /** 0 at each piece and a large negative number at the padding. */
  float[] attention() {
    int length = length();
    var bias = new float[size() * length];
    for (int row = 0; row < size(); row++) {
      for (int i = encoded.get(row).ids().length; i < length; i++) {
        bias[row * length + i] = MASKED;
      }
    }
    return bias;
  }

  /** The weights that make the mean over a role's pieces; all 0 where there are none. */
  float[] means(boolean ofTarget) {
    int length = length();
    var weights = new float[size() * length];
    for (int row = 0; row < size(); row++) {
      float[] mask = encoded.get(row).mask(ofTarget);
      float count = 0;
      for (float m : mask) {
        count += m;
      }
      for (int i = 0; i < mask.length; i++) {
        weights[row * length + i] = count == 0 ? 0 : mask[i] / count;
      }
    }
    return weights;
  }

}
