package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VectorCacheTest {
  private final VectorCache cache = new VectorCache(1);

  private float[] fill(long key) {
    float[] vector = cache.get(key);
    if (cache.isNew()) {
      Arrays.fill(vector, (float) key);
    }
    return vector;
  }

  @Test
  void aKeyIsRemembered() {
    fill(7);

    cache.get(7);

    assertThat(cache.isNew()).isFalse();
  }

  @Test
  void aVectorIsAlwaysThatOfItsKey() {
    for (long key = 0; key < 100_000; key++) {
      assertThat(fill(key % 30_000)[0]).isEqualTo((float) (key % 30_000));
      assertThat(fill(key % 17)[0]).isEqualTo((float) (key % 17));
    }
  }

  @Test
  void aKeyThatIsAskedForOftenStays() {
    for (long key = 100; key < 50_000; key++) {
      fill(1);
      fill(key);
    }

    cache.get(1);

    assertThat(cache.isNew()).isFalse();
  }
}
