package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class OpenTargetGroupsTest {
  private final OpenTargetGroups groups = OpenTargetGroups.of(Seeds.bundled());

  @Test
  void wordingsThatShareTheirRarerWordsAreOneMatter() {
    assertThat(
            groups.group(List.of("open:coastal_gas_line", "open:gas_lines_coastal", "open:toll")))
        .containsEntry("open:gas_lines_coastal", "open:coastal_gas_line")
        .containsEntry("open:toll", "open:toll");
  }

  @Test
  void aGroupIsNamedAfterItsFirst() {
    assertThat(groups.group(List.of("open:fish_quota", "open:fish_quotas")).values())
        .containsOnly("open:fish_quota");
  }

  @Test
  void whatEndsSomethingIsNotWhatItEnds() {
    assertThat(groups.group(List.of("open:coastal_gas_line", "open:lifting_coastal_gas_line")))
        .containsEntry("open:lifting_coastal_gas_line", "open:lifting_coastal_gas_line");
  }

  @Test
  void oneCommonWordIsNotEnough() {
    assertThat(groups.group(List.of("open:new_toll_bridge", "open:new_school_meals")))
        .containsEntry("open:new_school_meals", "open:new_school_meals");
  }
}
