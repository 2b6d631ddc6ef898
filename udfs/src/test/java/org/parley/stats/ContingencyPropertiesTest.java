package org.parley.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContingencyPropertiesTest {
  @Provide
  Arbitrary<Contingency> tables() {
    var cell = Arbitraries.longs().between(0, 100_000);
    return Combinators.combine(cell.filter(x -> x > 0), cell, cell, cell)
        .as(
            (both, a, b, neither) ->
                new Contingency(both, both + a, both + b, both + a + b + neither));
  }

  @Property(seed = "20250818")
  void everyMeasureIsSymmetric(@ForAll("tables") Contingency table) {
    var other = new Contingency(table.nAb(), table.nB(), table.nA(), table.n());
    var near = within(1e-6);
    assertThat(other.npmi()).isCloseTo(table.npmi(), near);
    assertThat(other.g2()).isCloseTo(table.g2(), within(1e-6 + Math.abs(table.g2()) * 1e-9));
    assertThat(other.logOdds()).isCloseTo(table.logOdds(), near);
    assertThat(other.logOddsSe()).isCloseTo(table.logOddsSe(), near);
    assertThat(other.jaccard()).isEqualTo(table.jaccard());
    assertThat(other.dice()).isEqualTo(table.dice());
    assertThat(other.tScore()).isCloseTo(table.tScore(), near);
    assertThat(other.hypergeometricP()).isCloseTo(table.hypergeometricP(), near);
  }

  @Property(seed = "20250818")
  void measuresKeepTheirBounds(@ForAll("tables") Contingency table) {
    assertThat(table.npmi()).isBetween(-1.0 - 1e-12, 1.0);
    assertThat(table.jaccard()).isBetween(0.0, 1.0);
    assertThat(table.dice()).isBetween(table.jaccard(), 1.0);
    assertThat(table.hypergeometricP()).isBetween(0.0, 1.0);
    assertThat(table.logOddsInterval().low()).isLessThan(table.logOdds());
  }

  @Property(seed = "20250818")
  void signsAgree(@ForAll("tables") Contingency table) {
    if (Math.abs(table.lift() - 1) > 1e-9) {
      boolean more = table.lift() > 1;
      assertThat(table.pmi() > 0).isEqualTo(more);
      assertThat(table.npmi() > 0).isEqualTo(more);
      assertThat(table.g2() >= 0 == more || Math.abs(table.g2()) < 1e-6).isTrue();
      assertThat(table.tScore() > 0).isEqualTo(more);
    }
  }
}
