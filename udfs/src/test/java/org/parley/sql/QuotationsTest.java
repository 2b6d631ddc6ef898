package org.parley.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.quote.Quotation;

@Tag("models")
class QuotationsTest {
  @Test
  void findsWhatIsSaidAndByWhom() {
    var quotations =
        Quotations.doCall(
            "Talks resume\n\n\"We are ready to meet again,\" said the mayor of Lund.");
    assertThat(quotations)
        .singleElement()
        .satisfies(
            quotation -> {
              assertThat(quotation.kind()).isEqualTo(Quotation.Kind.DIRECT);
              assertThat(quotation.text()).contains("We are ready to meet again");
              assertThat(quotation.speakerText()).contains("mayor");
            });
  }
}
