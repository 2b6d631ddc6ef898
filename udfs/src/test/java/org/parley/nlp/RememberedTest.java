package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RememberedTest {
  @Test
  void aKeyGetsWhatBelongsToItWhateverElseIsAskedFor() {
    var squares = new Remembered<Integer, Integer>(3, key -> key * key);
    for (int round = 0; round < 3; round++) {
      for (int key = -50; key < 50; key++) {
        assertThat(squares.get(key)).isEqualTo(key * key);
      }
    }
  }

  @Test
  void aFrequentKeyIsComputedOnce() {
    var computed = new ArrayList<Integer>();
    var remembered =
        new Remembered<Integer, String>(
            3,
            key -> {
              computed.add(key);
              return "value of " + key;
            });
    remembered.get(7);
    for (int key = 100; key < 300; key++) {
      remembered.get(key);
      assertThat(remembered.get(7)).isEqualTo("value of 7");
    }

    assertThat(computed).containsOnlyOnce(7);
  }
}
