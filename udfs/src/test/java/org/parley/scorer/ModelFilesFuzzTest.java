package org.parley.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A broken encoder or adapter is read as what it says, or refused; it fills no memory. */
class ModelFilesFuzzTest {
  private static final String SEED = "20250818";

  /** Some bytes changed, and perhaps all cut off behind one. */
  record Damage(List<Integer> places, List<Byte> values, int end) {
    byte[] to(byte[] sound) {
      byte[] broken = Arrays.copyOf(sound, Math.min(sound.length, 1 + end % (2 * sound.length)));
      for (int i = 0; i < Math.min(places.size(), values.size()); i++) {
        broken[places.get(i) % broken.length] = values.get(i);
      }
      return broken;
    }
  }

  @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void anEncoderIsReadOrRefused(@ForAll("damage") Damage damage) {
    byte[] broken = damage.to(SmallGraph.bytes());
    try {
      var file = new OnnxFile(broken);
      for (String layer : file.layers()) {
        assertThat(file.layer(layer)).isNotNull();
      }
      for (String vector : file.vectors()) {
        assertThat(file.floats(vector)).isNotNull();
      }
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).*(ONNX|has \\d+ |has no weights).*");
    }
  }

  @Property(seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void anAdapterIsReadOrRefused(@ForAll("damage") Damage damage) throws IOException {
    var sound = new ByteArrayOutputStream();
    new Adapter(
            "0123",
            Map.of(
                SmallGraph.LAYER,
                Adapter.Product.of(new double[][] {{1}, {2}}, new double[][] {{0.5, -1, 2}})),
            Map.of(SmallGraph.BIAS, new float[] {4, 5, 6}))
        .write(sound);
    byte[] broken = damage.to(sound.toByteArray());
    try {
      assertThat(Adapter.read(new ByteArrayInputStream(broken)).base()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("not a parley stance adapter 1");
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  @Provide
  Arbitrary<Damage> damage() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1 << 20).list().ofMaxSize(4),
            Arbitraries.bytes().list().ofMaxSize(4),
            Arbitraries.integers().between(0, 1 << 20))
        .as(Damage::new);
  }
}
