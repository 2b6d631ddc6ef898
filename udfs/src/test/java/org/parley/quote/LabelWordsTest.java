package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class LabelWordsTest {
  @Test
  void knowsLabelsInAnyCase() {
    var words = LabelWords.of(Seeds.bundled());

    assertThat(words.kind("Q")).isEqualTo(LabelWords.Kind.QUESTION);
    assertThat(words.kind("Host")).isEqualTo(LabelWords.Kind.SPEAKER);
    assertThat(words.kind("UPDATE")).isEqualTo(LabelWords.Kind.NOTE);
    assertThat(words.kind("river")).isNull();
  }

  @Test
  void namesTheRowThatItCannotRead() {
    var seeds = Seeds.bundled().with("lexicon/labels.csv", "label,kind\nq,question\nhost,guest\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelWords.of(seeds))
        .withMessage(
            "seeds file lexicon/labels.csv, record 2: unknown kind guest; it is question, answer,"
                + " speaker, source or note");
  }
}
