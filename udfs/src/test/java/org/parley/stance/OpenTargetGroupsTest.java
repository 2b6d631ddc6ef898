package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.stance.JudgedPairs.wording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.seed.Seeds;
import org.parley.stance.OpenTargetGroups.Wording;

class OpenTargetGroupsTest {
  private final OpenTargetGroups groups = OpenTargetGroups.of(Seeds.bundled(), Meaning.UNKNOWN);

  private boolean areOne(String first, String second) {
    return groups
        .group(List.of(wording(first, 2), wording(second, 1), wording("toll", 1)))
        .get(JudgedPairs.id(second))
        .equals(JudgedPairs.id(first));
  }

  @ParameterizedTest
  @CsvSource({
    "coastal gas line, gas lines on the coastal, true",
    "coastal gas line, lifting of the coastal gas line, false",
    "coastal gas line, no coastal gas line, true",
    "new toll bridge, new school meals, false",
    "building coastal gas lines, removing coastal gas lines, false",
    "expanding coastal gas lines, reducing coastal gas lines, false",
    "sanctions on Italian steel mills, sanctions on steel mills in Italy, true",
    "sanctions on Italian steel mills, sanctions on Spanish steel mills, false",
    "the mayor's toll plan, toll plan, true",
    "Rindby's toll plan, Vellby's toll plan, false",
    "the harbour taxes, a harbour tax, true"
  })
  void wordsDecide(String first, String second, boolean one) {
    assertThat(areOne(first, second)).isEqualTo(one);
  }

  @Test
  void aGroupIsNamedAfterItsMostFrequentWording() {
    assertThat(groups.group(List.of(wording("fish quotas", 1), wording("fish quota", 5))).values())
        .containsOnly("open:fish_quota");
  }

  @Test
  void aGroupThatSpeaksOfOneNameTakesNoOther() {
    var found =
        groups.group(
            List.of(
                wording("ferry toll plan", 3),
                wording("Rindby's ferry toll plan", 2),
                wording("Vellby's ferry toll plan", 1)));

    assertThat(found)
        .containsEntry("open:rindby_ferry_toll_plan", "open:ferry_toll_plan")
        .containsEntry("open:vellby_ferry_toll_plan", "open:vellby_ferry_toll_plan");
  }

  @Test
  void wordsThatBeginOrEndWithAHyphenAreRead() {
    var wording = new Wording("open:_toll_ban", "“-toll ban", 2);

    assertThat(groups.group(List.of(wording)))
        .containsExactly(Map.entry(wording.id(), wording.id()));
  }

  @Test
  void noOrderOfTheWordingsMatters() {
    var wordings =
        new ArrayList<>(
            List.of(
                wording("coastal gas line", 4),
                wording("coastal gas lines", 4),
                wording("new coastal gas line", 2),
                wording("coastal toll", 2),
                wording("gas toll", 1)));
    var found = groups.group(wordings);
    Collections.reverse(wordings);

    assertThat(groups.group(wordings)).containsExactlyEntriesOf(found);
  }
}
