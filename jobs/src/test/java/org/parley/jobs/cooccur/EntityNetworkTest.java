package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two triangles, 0-1-2 and 3-4-5, joined by the weak edge 2-3; 6 stands alone. */
class EntityNetworkTest {
  private final EntityNetwork network =
      new EntityNetwork(
          7,
          new int[] {0, 0, 1, 3, 3, 4, 2},
          new int[] {1, 2, 2, 4, 5, 5, 3},
          new double[] {5, 5, 5, 5, 5, 5, 1});

  @Test
  void degreesAndStrengths() {
    assertThat(network.degrees()).containsExactly(2, 2, 3, 3, 2, 2, 0);
    assertThat(network.strengths()).containsExactly(10, 10, 11, 11, 10, 10, 0);
  }

  @Test
  void coresOfTrianglesAreTwo() {
    assertThat(network.cores()).containsExactly(2, 2, 2, 2, 2, 2, 0);
  }

  @Test
  void communitiesAreTheTriangles() {
    assertThat(network.communities()).containsExactly(0, 0, 0, 3, 3, 3, 6);
  }

  @Test
  void pageRankSumsToOneAndFollowsTheWeights() {
    double[] ranks = network.pageRank();
    assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, within(1e-9));
    assertThat(ranks[2]).isGreaterThan(ranks[0]).isCloseTo(ranks[3], within(1e-9));
    assertThat(ranks[6]).isLessThan(ranks[0]);
  }

  @Test
  void theOrderOfTheEdgesDoesNotMatter() {
    var other =
        new EntityNetwork(
            7,
            new int[] {2, 4, 3, 3, 1, 0, 0},
            new int[] {3, 5, 5, 4, 2, 2, 1},
            new double[] {1, 5, 5, 5, 5, 5, 5});
    assertThat(other.communities()).isEqualTo(network.communities());
    assertThat(other.cores()).isEqualTo(network.cores());
  }

  @Test
  void aNetworkWithoutEdgesHasNoCommunities() {
    var empty = new EntityNetwork(2, new int[0], new int[0], new double[0]);
    assertThat(empty.communities()).containsExactly(0, 1);
    assertThat(empty.pageRank()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }
}
