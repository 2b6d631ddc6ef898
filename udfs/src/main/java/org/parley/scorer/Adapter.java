package org.parley.scorer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What training added to the base encoder: for each linear layer a product of two thin matrices in
 * eight bits (the truncated singular value decomposition of the change), new values of vectors, and
 * the heads that answer.
 *
 * @param base SHA-256 of the base encoder's file, in hexadecimal
 * @param changes by the layer's name in {@link OnnxFile}
 * @param vectors biases and layer norms by their names in the file; heads and temperatures by
 *     theirs
 */
public record Adapter(String base, Map<String, Product> changes, Map<String, float[]> vectors) {
  private static final String FORMAT = "parley stance adapter 1";

  /** No matrix of a small encoder has more values. */
  private static final int LARGEST = 1 << 24;

  public Adapter {
    changes = new TreeMap<>(changes);
    vectors = new TreeMap<>(vectors);
  }

  /**
   * A product of two thin matrices: the sum of column k of the left one times row k of the right
   * one.
   */
  public static final class Product {
    /**
     * Rows x rank, each column in steps of its own; rank x columns, each row in steps of its own.
     */
    private final byte[][] left;

    private final byte[][] right;
    private final float[] leftSteps;
    private final float[] rightSteps;

    private Product(byte[][] left, byte[][] right, float[] leftSteps, float[] rightSteps) {
      this.left = left;
      this.right = right;
      this.leftSteps = leftSteps;
      this.rightSteps = rightSteps;
    }

    /**
     * Rounds two thin matrices to eight bits.
     *
     * @param left rows x rank
     * @param right rank x columns
     */
    public static Product of(double[][] left, double[][] right) {
      int rank = right.length;
      var leftSteps = new float[rank];
      var rightSteps = new float[rank];
      var leftBytes = new byte[left.length][rank];
      var rightBytes = new byte[rank][];
      for (int k = 0; k < rank; k++) {
        double largest = 1e-12;
        for (double[] row : left) {
          largest = Math.max(largest, Math.abs(row[k]));
        }
        leftSteps[k] = (float) (largest / 127);
        for (int i = 0; i < left.length; i++) {
          leftBytes[i][k] = (byte) Math.round(left[i][k] / leftSteps[k]);
        }
        largest = 1e-12;
        for (double value : right[k]) {
          largest = Math.max(largest, Math.abs(value));
        }
        rightSteps[k] = (float) (largest / 127);
        rightBytes[k] = new byte[right[k].length];
        for (int j = 0; j < right[k].length; j++) {
          rightBytes[k][j] = (byte) Math.round(right[k][j] / rightSteps[k]);
        }
      }
      return new Product(leftBytes, rightBytes, leftSteps, rightSteps);
    }

    /** Adds the product to a matrix of rows x columns. */
    public void addTo(float[][] matrix) {
      for (int i = 0; i < left.length; i++) {
        for (int k = 0; k < right.length; k++) {
          float factor = left[i][k] * leftSteps[k] * rightSteps[k];
          for (int j = 0; j < matrix[i].length; j++) {
            matrix[i][j] += factor * right[k][j];
          }
        }
      }
    }
  }

  /**
   * Merges the adapter into the base encoder.
   *
   * @param levels see {@link OnnxFile#put(String, float[][], int)}
   */
  public void mergeInto(OnnxFile file, int levels) {
    changes.forEach(
        (name, change) -> {
          float[][] matrix = file.layer(name);
          change.addTo(matrix);
          file.put(name, matrix, levels);
        });
    for (String name : file.vectors()) {
      if (vectors.containsKey(name)) {
        file.put(name, vectors.get(name));
      }
    }
  }

  /** Writes the adapter as {@link #read} wants it. */
  public void write(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeUTF(FORMAT);
    data.writeUTF(base);
    data.writeInt(changes.size());
    for (var change : changes.entrySet()) {
      var product = change.getValue();
      data.writeUTF(change.getKey());
      data.writeInt(product.left.length);
      data.writeInt(product.right.length);
      data.writeInt(product.right[0].length);
      for (byte[] row : product.left) {
        data.write(row);
      }
      for (byte[] row : product.right) {
        data.write(row);
      }
      floats(data, product.leftSteps);
      floats(data, product.rightSteps);
    }
    data.writeInt(vectors.size());
    for (var vector : vectors.entrySet()) {
      data.writeUTF(vector.getKey());
      data.writeInt(vector.getValue().length);
      floats(data, vector.getValue());
    }
    data.flush();
  }

  /**
   * Reads an adapter.
   *
   * @throws IllegalArgumentException if it is none
   * @throws IOException if it cannot be read, or ends too early
   */
  public static Adapter read(InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in));
    if (!data.readUTF().equals(FORMAT)) {
      throw new IllegalArgumentException("not a " + FORMAT);
    }
    String base = data.readUTF();
    var changes = new LinkedHashMap<String, Product>();
    for (int n = data.readInt(); n > 0; n--) {
      String name = data.readUTF();
      int rows = data.readInt();
      int rank = data.readInt();
      int columns = data.readInt();
      byte[][] left = bytes(data, rows, rank);
      byte[][] right = bytes(data, rank, columns);
      changes.put(name, new Product(left, right, floats(data, rank), floats(data, rank)));
    }
    var vectors = new LinkedHashMap<String, float[]>();
    for (int n = data.readInt(); n > 0; n--) {
      vectors.put(data.readUTF(), floats(data, data.readInt()));
    }
    return new Adapter(base, changes, vectors);
  }

  private static void floats(DataOutputStream data, float[] values) throws IOException {
    for (float value : values) {
      data.writeFloat(value);
    }
  }

  private static float[] floats(DataInputStream data, int count) throws IOException {
    requireSize(count, 1);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = data.readFloat();
    }
    return values;
  }

  private static byte[][] bytes(DataInputStream data, int rows, int columns) throws IOException {
    requireSize(rows, columns);
    var values = new byte[rows][columns];
    for (byte[] row : values) {
      data.readFully(row);
    }
    return values;
  }

  private static void requireSize(int rows, int columns) {
    if (rows < 0 || columns < 0 || (long) rows * columns > LARGEST || rows > LARGEST) {
      throw new IllegalArgumentException(
          "not a %s: a matrix of %d x %d".formatted(FORMAT, rows, columns));
    }
  }
}
