package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;

class CorefTaskTest {
  private static final String TEXT = "The NATO chief met Putin. He left.";

  @Test
  void chainsAreReadFromCoreNlpsJson() throws IOException {
    var json =
        """
        {"sentences": [
          {"tokens": [{"characterOffsetBegin": 0, "characterOffsetEnd": 5},
            {"characterOffsetBegin": 6, "characterOffsetEnd": 11}]},
          {"tokens": [{"characterOffsetBegin": 13, "characterOffsetEnd": 15}]}],
         "corefs": {"4": [
          {"type": "PROPER", "startIndex": 1, "endIndex": 3, "sentNum": 1},
          {"type": "PRONOMINAL", "startIndex": 1, "endIndex": 2, "sentNum": 2}]}}
        """;
    assertThat(CoreNlpChains.chains(new ObjectMapper().readTree(json)))
        .containsExactly(
            List.of(
                new CoreNlpChains.Part(0, 11, CoreNlpChains.Kind.PROPER),
                new CoreNlpChains.Part(13, 15, CoreNlpChains.Kind.PRONOMINAL)));
  }

  @Test
  void aChainStandsForTheEntityOfItsNames() {
    var chain =
        List.of(
            new CoreNlpChains.Part(19, 24, CoreNlpChains.Kind.PROPER),
            new CoreNlpChains.Part(26, 28, CoreNlpChains.Kind.PRONOMINAL));
    assertThat(CorefTask.mentions(resolution(), TEXT, List.of(chain)))
        .filteredOn(mention -> mention.rule().equals("corenlp"))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.text()).isEqualTo("He");
              assertThat(mention.entityId()).isEqualTo("per:putin");
              assertThat(mention.kind()).isEqualTo(Mention.Kind.PRONOUN);
            });
  }

  @Test
  void aChainWithoutANameSaysNothing() {
    var chain = List.of(new CoreNlpChains.Part(26, 28, CoreNlpChains.Kind.PRONOMINAL));
    assertThat(CorefTask.mentions(resolution(), TEXT, List.of(chain)))
        .extracting(Mention::text)
        .containsExactly("NATO", "Putin");
  }

  @Test
  void whatCoreNlpSaidLastIsTheErrorWhenItDoesNotEndWell() {
    assertThatThrownBy(() -> CoreNlpChains.run("no-such.jar", List.of(TEXT)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("CoreNLP's command line ended without its figures: ");
  }

  /** Parley's names and a pronoun of its own, which the other side must not get. */
  private static Resolution resolution() {
    return new Resolution(
        List.of(
            new Mention(0, 4, 8, "NATO", Mention.Kind.NAME, "org:nato", "name", 1),
            new Mention(0, 19, 24, "Putin", Mention.Kind.NAME, "per:putin", "name", 1),
            new Mention(1, 26, 28, "He", Mention.Kind.PRONOUN, "org:nato", "pronoun", 1)),
        Map.of(
            "org:nato", new Entity("org:nato", "NATO", EntityType.ORGANIZATION, null),
            "per:putin", new Entity("per:putin", "Putin", EntityType.PERSON, null)));
  }
}
