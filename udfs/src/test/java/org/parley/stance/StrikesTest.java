package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class StrikesTest {
  private static final String HEADER = "article_id,sentence_index,holder_id,target_id\n";

  private static Strikes of(String csv) {
    return Strikes.of(Seeds.bundled().with(Seeds.STRIKE, csv));
  }

  @Test
  void aRowIsStruckByItsIds() {
    var strikes = of(HEADER + "a1,3,gpe:norway,issue:tariffs\n");
    assertThat(strikes.cover("a1", 3, "gpe:norway", "issue:tariffs")).isTrue();
    assertThat(strikes.cover("a1", 3, "gpe:norway", "issue:brexit")).isFalse();
    assertThat(strikes.cover("a2", 3, "gpe:norway", "issue:tariffs")).isFalse();
  }

  @Test
  void anEmptyIdStandsForAny() {
    assertThat(of(HEADER + "a1,3,,\n").cover("a1", 3, "gpe:chile", "open:gas_line")).isTrue();
  }

  @Test
  void withoutTheFileNothingIsStruck() {
    assertThat(Strikes.of(Seeds.bundled()).all()).isEmpty();
  }

  @Test
  void anEmptyArticleIsNamed() {
    assertThatThrownBy(() -> of(HEADER + ",3,,\n"))
        .hasMessage(
            "overrides/strike.csv, record 1: article_id is empty: parley explain shows it with each"
                + " piece of evidence");
  }

  @Test
  void aSentenceThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> of(HEADER + "a1,third,,\n"))
        .hasMessage(
            "overrides/strike.csv, record 1: sentence_index 'third' should be a number from 0, as"
                + " parley explain shows it");
  }

  @Test
  void aNameInsteadOfAnIdIsNamed() {
    assertThatThrownBy(() -> of(HEADER + "a1,3,Norway,\n"))
        .hasMessage(
            "overrides/strike.csv, record 1: 'Norway' is no id: expected one such as gpe:russia or"
                + " issue:tariffs");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> of("article_id,sentence_index,holder_id\na1,3,gpe:norway\n"))
        .hasMessage(
            "overrides/strike.csv lacks the column target_id: expected article_id, sentence_index,"
                + " holder_id, target_id");
  }
}
