package org.parley.scorer;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights inside an ONNX graph that was quantised to eight bits, and their places in the file's
 * bytes, so that they can be replaced without writing ONNX. Field numbers are those of onnx.proto,
 * IR version 8. Not safe for use by several threads.
 */
public final class OnnxFile {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int UINT8 = 2;

  private final byte[] bytes;
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final Map<String, List<String>> inputs = new HashMap<>();

  /** One initialiser: begin and length of its values in the file, whichever field holds them. */
  private record Tensor(int type, List<Integer> dims, int begin, int length) {}

  /**
   * Reads a file's structure.
   *
   * @param bytes the file; {@link #put} changes them
   * @throws IllegalArgumentException if they are not an ONNX model
   */
  public OnnxFile(byte[] bytes) {
    this.bytes = bytes;
    try {
      var in = CodedInputStream.newInstance(bytes);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == MODEL_GRAPH) {
          graph(in);
        } else {
          in.skipField(tag);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
    }
  }

  /** The bytes with all changes. */
  public byte[] bytes() {
    return bytes;
  }

  /** The linear layers, by the name of their node without {@code /MatMul_quant}. */
  public List<String> layers() {
    return inputs.keySet().stream()
        .filter(name -> name.endsWith("/MatMul_quant"))
        .map(name -> name.substring(0, name.length() - "/MatMul_quant".length()))
        .sorted()
        .toList();
  }

  /**
   * The weights of a linear layer.
   *
   * @return input x output
   */
  public float[][] layer(String name) {
    String weight = weight(name);
    var tensor = matrix(weight + "_quantized");
    int columns = tensor.dims.get(1);
    float[] scale = floats(weight + "_scale");
    if (scale.length != columns) {
      throw new IllegalArgumentException(
          "%s has %d columns and %d scales".formatted(name, columns, scale.length));
    }
    var matrix = new float[tensor.dims.get(0)][columns];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < columns; j++) {
        matrix[i][j] = bytes[tensor.begin + i * columns + j] * scale[j];
      }
    }
    return matrix;
  }

  /**
   * Replaces the weights of a linear layer, quantised anew column by column.
   *
   * @param levels the largest quantised value; 63 keeps sums of pairs within 16 bits on processors
   *     that have no VNNI
   */
  public void put(String name, float[][] matrix, int levels) {
    String weight = weight(name);
    var tensor = matrix(weight + "_quantized");
    int columns = tensor.dims.get(1);
    var scale = new float[columns];
    for (int j = 0; j < columns; j++) {
      float largest = 1e-9f;
      for (float[] row : matrix) {
        largest = Math.max(largest, Math.abs(row[j]));
      }
      scale[j] = largest / levels;
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < columns; j++) {
        bytes[tensor.begin + i * columns + j] = (byte) Math.round(matrix[i][j] / scale[j]);
      }
    }
    put(weight + "_scale", scale);
  }

  /** The names of the tensors of floats: biases and layer norms. */
  public List<String> vectors() {
    return tensors.keySet().stream()
        .filter(name -> name.endsWith(".bias") || name.endsWith("LayerNorm.weight"))
        .sorted()
        .toList();
  }

  /** A tensor of floats. */
  public float[] floats(String name) {
    var tensor = tensor(name);
    var values = new float[tensor.length / Float.BYTES];
    buffer(tensor).asFloatBuffer().get(values);
    return values;
  }

  /** Replaces a tensor of floats by as many. */
  public void put(String name, float[] values) {
    var tensor = tensor(name);
    if (tensor.length != values.length * Float.BYTES) {
      throw new IllegalArgumentException(
          name + " has " + tensor.length / Float.BYTES + " values, not " + values.length);
    }
    buffer(tensor).asFloatBuffer().put(values);
  }

  /**
   * A table of embeddings, quantised as a whole.
   *
   * @return one row an index
   */
  public float[][] embeddings(String name) {
    var tensor = matrix(name + "_quantized");
    float scale = floats(name + "_scale")[0];
    int zero = zeroPoint(name + "_zero_point");
    int columns = tensor.dims.get(1);
    var matrix = new float[tensor.dims.get(0)][columns];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < columns; j++) {
        byte value = bytes[tensor.begin + i * columns + j];
        matrix[i][j] = ((tensor.type == UINT8 ? value & 0xff : value) - zero) * scale;
      }
    }
    return matrix;
  }

  private int zeroPoint(String name) {
    var tensor = tensor(name);
    try {
      return CodedInputStream.newInstance(bytes, tensor.begin, tensor.length).readInt32();
    } catch (IOException e) {
      throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
    }
  }

  private String weight(String layer) {
    var names = inputs.get(layer + "/MatMul_quant");
    if (names == null) {
      throw new IllegalArgumentException("the ONNX graph has no linear layer " + layer);
    }
    if (names.size() < 2) {
      throw new IllegalArgumentException("the linear layer " + layer + " has no weights");
    }
    return names.get(1).replaceFirst("_quantized$", "");
  }

  /** A tensor of two dimensions, a byte a value. */
  private Tensor matrix(String name) {
    var tensor = tensor(name);
    if (tensor.dims.size() != 2
        || tensor.dims.get(0) < 0
        || tensor.dims.get(1) < 0
        || (long) tensor.dims.get(0) * tensor.dims.get(1) != tensor.length) {
      throw new IllegalArgumentException(
          "%s has %d values, not %s".formatted(name, tensor.length, tensor.dims));
    }
    return tensor;
  }

  private Tensor tensor(String name) {
    var tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the ONNX graph has no tensor " + name);
    }
    return tensor;
  }

  private ByteBuffer buffer(Tensor tensor) {
    return ByteBuffer.wrap(bytes, tensor.begin, tensor.length)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void graph(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case GRAPH_NODE -> node(in);
        case GRAPH_INITIALIZER -> initializer(in);
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
  }

  private void node(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    var names = new ArrayList<String>();
    String name = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> names.add(in.readString());
        case 3 -> name = in.readString();
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    inputs.put(name, names);
  }

  private void initializer(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    var dims = new ArrayList<Integer>();
    String name = "";
    int type = 0;
    int begin = 0;
    int length = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> dims(in, tag, dims);
        case 2 -> type = in.readInt32();
        case 8 -> name = in.readString();
        // float_data, int32_data, raw_data
        case 4, 5, 9 -> {
          length = in.readRawVarint32();
          begin = in.getTotalBytesRead();
          in.skipRawBytes(length);
        }
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    tensors.put(name, new Tensor(type, List.copyOf(dims), begin, length));
  }

  private static void dims(CodedInputStream in, int tag, List<Integer> dims) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      int limit = in.pushLimit(in.readRawVarint32());
      while (in.getBytesUntilLimit() > 0) {
        dims.add((int) in.readInt64());
      }
      in.popLimit(limit);
    } else {
      dims.add((int) in.readInt64());
    }
  }
}
