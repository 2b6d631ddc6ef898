package org.parley.scorer;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes of an ONNX model with one linear layer of 2 x 3 in eight bits, and one bias. */
final class SmallGraph {
  static final String LAYER = "/encoder/dense";
  static final String BIAS = "encoder.dense.bias";

  private static final int INT8 = 3;
  private static final int FLOAT = 1;

  private SmallGraph() {}

  static byte[] bytes() {
    byte[] node =
        message(
            out -> {
              out.writeString(1, "x");
              out.writeString(1, "w_quantized");
              out.writeString(3, LAYER + "/MatMul_quant");
            });
    byte[] graph =
        message(
            out -> {
              out.writeByteArray(1, node);
              out.writeByteArray(
                  5, tensor("w_quantized", INT8, new byte[] {10, 20, 30, -10, -20, -30}, 9, 2, 3));
              out.writeByteArray(5, tensor("w_scale", FLOAT, floats(0.1f, 0.2f, 0.3f), 4, 3));
              out.writeByteArray(5, tensor(BIAS, FLOAT, floats(1, 2, 3), 9, 3));
            });
    return message(
        out -> {
          out.writeInt64(1, 8);
          out.writeByteArray(7, graph);
        });
  }

  private static byte[] tensor(String name, int type, byte[] values, int field, int... dims) {
    return message(
        out -> {
          for (int dim : dims) {
            out.writeInt64(1, dim);
          }
          out.writeInt32(2, type);
          out.writeBytes(field, ByteString.copyFrom(values));
          out.writeString(8, name);
        });
  }

  private static byte[] floats(float... values) {
    var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.array();
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) {
    var bytes = new ByteArrayOutputStream();
    var out = CodedOutputStream.newInstance(bytes);
    try {
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
