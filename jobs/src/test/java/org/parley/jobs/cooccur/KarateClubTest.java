package org.parley.jobs.cooccur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Zachary's karate club (1977), its edges with their weights as NetworkX 2.8.8 has them, against
 * what NetworkX computes: weighted {@code pagerank} (alpha 0.85), {@code betweenness_centrality},
 * {@code core_number}, weighted {@code degree}.
 */
class KarateClubTest {
  private static final int MEMBERS = 34;

  private final EntityNetwork club = read();

  private static EntityNetwork read() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                KarateClubTest.class.getResourceAsStream("karate-club.csv"), UTF_8))) {
      int[][] edges =
          in.lines()
              .map(line -> Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray())
              .toArray(int[][]::new);
      return new EntityNetwork(
          MEMBERS,
          Arrays.stream(edges).mapToInt(edge -> edge[0]).toArray(),
          Arrays.stream(edges).mapToInt(edge -> edge[1]).toArray(),
          Arrays.stream(edges).mapToDouble(edge -> edge[2]).toArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.08850031542810548, 0.43763528138528146, 4, 42",
    "1, 0.05741231936292028, 0.053936688311688304, 4, 29",
    "2, 0.06276562384810734, 0.14365680615680618, 4, 33",
    "11, 0.009784998142590397, 0, 1, 3",
    "31, 0.04198817776192789, 0.13827561327561325, 3, 21",
    "33, 0.09698936283431266, 0.30407497594997596, 4, 48"
  })
  void placesAreThoseOfNetworkX(
      int member, double pageRank, double betweenness, int core, double strength) {
    assertThat(club.pageRank()[member]).isCloseTo(pageRank, within(1e-9));
    assertThat(club.betweenness().shares(MEMBERS)[member]).isCloseTo(betweenness, within(1e-12));
    assertThat(club.cores()[member]).isEqualTo(core);
    assertThat(club.strengths()[member]).isEqualTo(strength);
  }

  /** The club fell apart between its instructor, 0, and its president, 33. */
  @Test
  void communitiesPartTheTwoSides() {
    int[] communities = club.communities();
    assertThat(communities[0]).isEqualTo(communities[1]).isNotEqualTo(communities[33]);
    assertThat(communities[32]).isEqualTo(communities[33]);
    assertThat(communities).isEqualTo(club.communities());
  }
}
