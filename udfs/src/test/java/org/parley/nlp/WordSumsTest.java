package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class WordSumsTest {
  private static ParserModel model;

  @BeforeAll
  static void load() throws Exception {
    model = ParserModel.load("edu/stanford/nlp/models/parser/nndep/english_UD.gz");
  }

  @Test
  void theSumsOfAWordStayTheSameWhateverElseIsAskedFor() {
    // Two sets of eight slots for 40 words in 18 places: most of them are forgotten in between.
    var sums = new WordSums(model, 1);
    for (int round = 0; round < 3; round++) {
      for (int word = 100; word < 140; word++) {
        for (int place = 0; place < ParserModel.PLACES; place++) {
          assertThat(sums.get(place, word)).isEqualTo(model.word(place, word));
        }
      }
    }
  }

  @Test
  void aFrequentWordIsRemembered() {
    var sums = new WordSums(model, 1);
    float[] vector = sums.get(0, 5);
    for (int word = 100; word < 300; word++) {
      sums.get(1, word);
      assertThat(sums.get(0, 5)).isSameAs(vector);
    }
  }
}
