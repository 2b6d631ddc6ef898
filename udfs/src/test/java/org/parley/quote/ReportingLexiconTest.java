package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.parley.quote.ReportingLexicon.Kind;
import org.parley.seed.Seeds;

class ReportingLexiconTest {
  private static final String HEADER = "cue,pos,class,complements\n";

  @Test
  void bundledLexiconHoldsVerbsNounsAndPrepositions() {
    var lexicon = ReportingLexicon.of(Seeds.bundled());

    assertThat(lexicon.single(Kind.VERB, "say").takes(ReportingLexicon.Complement.THAT)).isTrue();
    assertThat(lexicon.single(Kind.NOUN, "warning")).isNotNull();
    assertThat(lexicon.startingWith(Kind.PREPOSITION, "according")).hasSize(1);
    assertThat(lexicon.single(Kind.VERB, "swim")).isNull();
  }

  @Test
  void longerCuesComeFirst() {
    var lexicon = lexicon("point,verb,speech,that\npoint out,verb,speech,that\n");

    assertThat(lexicon.startingWith(Kind.VERB, "point"))
        .extracting(cue -> String.join(" ", cue.words()))
        .containsExactly("point out", "point");
  }

  @Test
  void namesTheRowThatItCannotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lexicon("say,verb,speech,that\nyell,verb,manner,loud\n"))
        .withMessageContaining("lexicon/reporting.csv, record 2")
        .withMessageContaining("LOUD");
  }

  private static ReportingLexicon lexicon(String rows) {
    return ReportingLexicon.of(Seeds.bundled().with("lexicon/reporting.csv", HEADER + rows));
  }
}
