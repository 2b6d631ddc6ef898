package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineOptionsTest {
  @Test
  void theFingerprintNamesTheVersionOfCoreNlpOnTheClassPath() {
    assertThat(PipelineOptions.DEFAULT.fingerprint())
        .startsWith(
            "corenlp-" + StanfordCoreNLP.class.getPackage().getImplementationVersion() + " ");
  }

  @Test
  void theFingerprintDependsOnTheCues() {
    assertThat(PipelineOptions.DEFAULT.parsingSelected(Set.of("say", "deny")).fingerprint())
        .isNotEqualTo(PipelineOptions.DEFAULT.parsingSelected(Set.of("say")).fingerprint());
  }

  @Test
  void theFingerprintDoesNotDependOnTheOrderOfTheCues() {
    assertThat(PipelineOptions.DEFAULT.parsingSelected(List.of("say", "deny")).fingerprint())
        .isEqualTo(PipelineOptions.DEFAULT.parsingSelected(List.of("deny", "say")).fingerprint());
  }

  @Test
  void theFingerprintDependsOnALimitThatCutsTexts() {
    assertThat(PipelineOptions.DEFAULT.withMaxSentences(7).fingerprint())
        .isNotEqualTo(PipelineOptions.DEFAULT.fingerprint());
  }

  @Test
  void theFingerprintDoesNotDependOnTheTimeAllowed() {
    assertThat(PipelineOptions.DEFAULT.withMaxSeconds(7).fingerprint())
        .isEqualTo(PipelineOptions.DEFAULT.fingerprint());
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatThrownBy(() -> PipelineOptions.DEFAULT.withMaxSentences(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit of sentences per text must be 1 or more: 0");
  }
}
