package org.parley.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Files with all weights of a network, as a training leaves them. */
final class WeightFiles {
  private WeightFiles() {}

  /** The mean of the weights of several trainings (Wortsman et al. 2022). */
  static void load(Network network, List<Path> files) throws IOException {
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
          sums.merge(name, sum, WeightFiles::plus);
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

  static void save(Network network, Path file) throws IOException {
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
}
