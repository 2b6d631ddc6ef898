package org.parley.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ArticleAnalyzer;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.nlp.PipelineOptions;
import org.parley.seed.Seeds;

/** Each text ends with a status, cut by the limits where it is over one, and can be analysed. */
@Tag("models")
class HostileTextsTest {
  private static final PipelineOptions OPTIONS =
      PipelineOptions.DEFAULT.withMaxCharacters(10_000).withMaxSentences(300);
  private static final Pipeline PIPELINE = new Pipeline(OPTIONS);
  private static final ArticleAnalyzer ANALYZER = ArticleAnalyzer.of(Seeds.bundled());

  static Set<String> names() {
    return HostileTexts.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void everyTextEndsWithinTheLimits(String name) {
    var outcome = PIPELINE.run(HostileBench.oneParagraph(HostileTexts.all().get(name)));

    assertThat(outcome).as(outcome.reason()).isInstanceOf(Outcome.Annotated.class);
    var text = ((Outcome.Annotated) outcome).text();
    assertThat(text.sentences())
        .hasSizeLessThanOrEqualTo(OPTIONS.maxSentences())
        .allSatisfy(
            sentence ->
                assertThat(sentence.tokens())
                    .hasSizeLessThanOrEqualTo(OPTIONS.maxSentenceTokens()));
    assertThat(ANALYZER.analyze(text, null).annotated()).isEqualTo(text);
  }
}
