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

  @Test
  void addsIssuesToThoseOfTheSeeds() {
    var seeds =
        Issues.added(
            Seeds.bundled(), "- {id: harbour, label: The harbour, seeds: [pier]}", "own.yaml");
    var before = Issues.load(Seeds.bundled()).issues();
    var after = Issues.load(seeds).issues();
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.get(before.size()).label()).isEqualTo("The harbour");
  }

  @Test
  void refusesToAddAnIdThatTheSeedsHave() {
    assertThatThrownBy(
            () ->
                Issues.added(
                    Seeds.bundled(),
                    "- {id: brexit, label: Leaving, seeds: [leaving]}",
                    "own.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "own.yaml: the id 'brexit' is one of the bundled issues; take another, or replace them"
                + " all by an issues.yaml under --seeds");
  }

  @Test
  void refusesHalfACharacter() {
    assertThatThrownBy(
            () ->
                Issues.added(
                    Seeds.bundled(),
                    "- {id: harbour, label: \"\\ud800\", seeds: [pier]}",
                    "own.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "own.yaml: a value holds half a character (an escape from \\ud800 to \\udfff): write it"
                + " out");
  }
}
