package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class IssuesTest {
  @Test
  void seedsHoldManyIssues() {
    assertThat(Issues.load(Seeds.bundled()).issues()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void readsAllFields() {
    var issues =
        Issues.parse(
            """
            - id: canal_toll
              label: a toll on the canal
              seeds: [canal toll]
              heads: [toll]
              arguments:
                - [canal, waterway]
              verbs:
                - {verb: [charge], object: [ships], sign: -1}
              opposites: free passage
              exclude: [bridge toll]
            """,
            "mine.yaml");
    var issue = issues.issues().get(0);
    assertThat(issue.targetId()).isEqualTo("issue:canal_toll");
    assertThat(issue.opposites()).containsExactly("free passage");
    assertThat(issue.verbs().get(0).sign()).isEqualTo(-1);
  }

  @Test
  void unknownFieldIsNamed() {
    assertThatThrownBy(() -> Issues.parse("- {id: a, label: A, seed: [x]}", "mine.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mine.yaml, issue 1 (a): unknown field 'seed'; known are ");
  }

  @Test
  void missingLabelIsNamed() {
    assertThatThrownBy(() -> Issues.parse("- {id: a, seeds: [x]}", "mine.yaml"))
        .hasMessage("mine.yaml, issue 1 (a): the field 'label' is missing");
  }

  @Test
  void repeatedIdIsNamed() {
    assertThatThrownBy(
            () ->
                Issues.parse(
                    "- {id: a, label: A, seeds: [x]}\n- {id: a, label: B, seeds: [y]}",
                    "mine.yaml"))
        .hasMessage("mine.yaml, issue 2: the id 'a' stands twice");
  }

  @Test
  void issueWithoutAnythingToFindItBy() {
    assertThatThrownBy(() -> Issues.parse("- {id: a, label: A}", "mine.yaml"))
        .hasMessage("mine.yaml, issue 1 (a): needs seeds, heads or verbs to be found by");
  }

  @Test
  void brokenYamlIsOneLine() {
    assertThatThrownBy(() -> Issues.parse("- {id: a", "mine.yaml"))
        .hasMessageStartingWith("mine.yaml: not YAML: ")
        .hasMessageNotContaining("\n");
  }
}
