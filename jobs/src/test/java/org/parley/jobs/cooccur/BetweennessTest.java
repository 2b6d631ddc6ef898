package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetweennessTest {
  /** A line 0-1-2-3 and a node alone. */
  private final EntityNetwork line =
      new EntityNetwork(5, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new double[] {1, 9, 1});

  @Test
  void countsThePathsBetweenOthers() {
    // Of the six pairs of others, two pass node 1 (0-2, 0-3) and two pass node 2.
    assertThat(line.betweenness().shares(9))
        .containsExactly(new double[] {0, 2 / 6.0, 2 / 6.0, 0, 0}, within(1e-12));
  }

  @Test
  void shortestPathsOfOneLengthShareTheirCount() {
    var square =
        new EntityNetwork(
            4, new int[] {0, 0, 1, 2}, new int[] {1, 2, 3, 3}, new double[] {1, 1, 1, 1});
    assertThat(square.betweenness().shares(9))
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}, within(1e-12));
  }

  @Test
  void aSampleIsTheSameEachTime() {
    var network = line.betweenness();
    assertThat(network.sources(2)).isEqualTo(2);
    assertThat(network.shares(2)).containsExactly(network.shares(2));
  }
}
