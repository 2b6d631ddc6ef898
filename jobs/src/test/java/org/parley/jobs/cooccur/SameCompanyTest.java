package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SameCompanyTest {
  /** 0 and 1 are each named with 2 to 6, never together. */
  private static EntityNetwork twins(double weight) {
    int[] from = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    int[] to = {2, 3, 4, 5, 6, 2, 3, 4, 5, 6};
    var weights = new double[from.length];
    Arrays.fill(weights, weight);
    weights[0] = 1;
    return new EntityNetwork(7, from, to, weights);
  }

  @Test
  void equalCompanyIsOne() {
    var found = twins(1).sameCompany().find();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).a()).isZero();
    assertThat(found.get(0).b()).isEqualTo(1);
    assertThat(found.get(0).cosine()).isCloseTo(1, within(1e-12));
    assertThat(found.get(0).shared()).isEqualTo(5);
  }

  @Test
  void otherStrengthsAreLessAlike() {
    // (1, .5, .5, .5, .5) and (.5, .5, .5, .5, .5): 1.5 / sqrt(2 * 1.25)
    assertThat(twins(0.5).sameCompany().find().get(0).cosine())
        .isCloseTo(1.5 / Math.sqrt(2 * 1.25), within(1e-12));
  }
}
