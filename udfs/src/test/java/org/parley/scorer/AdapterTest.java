package org.parley.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdapterTest {
  private static final Offset<Float> A_STEP = within(0.13f);

  // The change is (1, 2)^T (0.5, -1, 2): one product of a column and a row.
  private static Adapter adapter() {
    var product = Adapter.Product.of(new double[][] {{1}, {2}}, new double[][] {{0.5, -1, 2}});
    return new Adapter(
        "0123",
        Map.of(SmallGraph.LAYER, product),
        Map.of(SmallGraph.BIAS, new float[] {4, 5, 6}, "temperature.stance", new float[] {1.5f}));
  }

  @Test
  void addsItsProductsToTheLayers() {
    var file = new OnnxFile(SmallGraph.bytes());

    adapter().mergeInto(file, 63);

    float[][] merged = new OnnxFile(file.bytes()).layer(SmallGraph.LAYER);
    assertThat(merged[0][0]).isCloseTo(1 + 0.5f, A_STEP);
    assertThat(merged[0][1]).isCloseTo(4 - 1, A_STEP);
    assertThat(merged[0][2]).isCloseTo(9 + 2, A_STEP);
    assertThat(merged[1][0]).isCloseTo(-1 + 1, A_STEP);
    assertThat(merged[1][1]).isCloseTo(-4 - 2, A_STEP);
    assertThat(merged[1][2]).isCloseTo(-9 + 4, A_STEP);
  }

  @Test
  void replacesVectorsThatTheFileHas() {
    var file = new OnnxFile(SmallGraph.bytes());

    adapter().mergeInto(file, 63);

    assertThat(file.floats(SmallGraph.BIAS)).containsExactly(4, 5, 6);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    var bytes = new ByteArrayOutputStream();
    adapter().write(bytes);

    var read = Adapter.read(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(read).usingRecursiveComparison().isEqualTo(adapter());
  }

  @Test
  void refusesOtherFiles() throws IOException {
    var bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeUTF("something else");

    assertThatThrownBy(() -> Adapter.read(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a parley stance adapter 1");
  }
}
