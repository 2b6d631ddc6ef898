package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceDigestTest {
  private static final String SENTENCE =
      "France and Germany don't agree on the budget of the union.";

  private static long of(String text) {
    return SentenceDigest.of(text, 0, text.length());
  }

  @Test
  void capitalsSpacesAndPunctuationDoNotMatter() {
    assertThat(of("FRANCE and Germany don’t agree,  on the budget of the union"))
        .isNotEqualTo(SentenceDigest.NONE)
        .isEqualTo(of(SENTENCE));
  }

  @Test
  void anotherWordMakesAnotherSentence() {
    assertThat(of(SENTENCE.replace("Germany", "Hungary"))).isNotEqualTo(of(SENTENCE));
  }

  @Test
  void aShortSentenceIsNobodysCopy() {
    assertThat(of("France and Germany do not agree again.")).isEqualTo(SentenceDigest.NONE);
    assertThat(of("France and Germany do not agree once again.")).isNotEqualTo(SentenceDigest.NONE);
  }

  @Test
  void aPartOfATextIsTakenByItself() {
    String text = "Before. " + SENTENCE + " After.";
    assertThat(SentenceDigest.of(text, 8, 8 + SENTENCE.length())).isEqualTo(of(SENTENCE));
  }
}
