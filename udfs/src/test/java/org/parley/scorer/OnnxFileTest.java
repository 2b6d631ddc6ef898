package org.parley.scorer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OnnxFileTest {
  @Test
  void readsLayersAsTheirStepsTimesTheirScales() {
    var file = new OnnxFile(SmallGraph.bytes());

    assertThat(file.layers()).containsExactly(SmallGraph.LAYER);
    assertThat(file.layer(SmallGraph.LAYER)).isDeepEqualTo(new float[][] {{1, 4, 9}, {-1, -4, -9}});
  }

  @Test
  void readsVectors() {
    var file = new OnnxFile(SmallGraph.bytes());

    assertThat(file.vectors()).containsExactly(SmallGraph.BIAS);
    assertThat(file.floats(SmallGraph.BIAS)).containsExactly(1, 2, 3);
  }

  @Test
  void refusesVectorsOfAnotherLength() {
    var file = new OnnxFile(SmallGraph.bytes());

    assertThatThrownBy(() -> file.put(SmallGraph.BIAS, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("encoder.dense.bias has 3 values, not 2");
  }

  @Test
  void namesALayerThatIsNotThere() {
    var file = new OnnxFile(SmallGraph.bytes());

    assertThatThrownBy(() -> file.layer("/decoder"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the ONNX graph has no linear layer /decoder");
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> new OnnxFile("a text, not a model".getBytes(US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an ONNX model: ");
  }
}
