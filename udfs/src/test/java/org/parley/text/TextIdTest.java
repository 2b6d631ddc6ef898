package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextIdTest {
  private static SectionedText text(String text, Section section) {
    return new SectionedText(text, List.of(new Paragraph(0, text.length(), section)));
  }

  @Test
  void isThirtyTwoDigitsThatNeverChange() {
    assertThat(TextId.of(text("The ferry sails.", Section.BODY)))
        .isEqualTo("ef82de366eb9634913d9ce7973945f7d");
  }

  @Test
  void dependsOnTextAndSections() {
    String id = TextId.of(text("The ferry sails.", Section.BODY));
    assertThat(TextId.of(text("The ferry sails.", Section.BODY))).isEqualTo(id);
    assertThat(TextId.of(text("The ferry sails!", Section.BODY))).isNotEqualTo(id);
    assertThat(TextId.of(text("The ferry sails.", Section.CAPTION))).isNotEqualTo(id);
  }
}
