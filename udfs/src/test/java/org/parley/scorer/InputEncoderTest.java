package org.parley.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.scorer.StanceInput.Place;

class InputEncoderTest {
  private static final String SENTENCE = "Norvia said that Ostland's fleet would harm Norvia.";

  private static InputEncoder encoder;

  @BeforeAll
  static void read() throws IOException {
    try (var words =
        InputEncoderTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
      encoder = InputEncoder.of(words);
    }
  }

  // [CLS] y said that x ' s fleet would harm y . [SEP], by their numbers in BERT's vocabulary.
  @Test
  void masksTargetAndHolderWhereverTheyStand() {
    var input = StanceInput.of(SENTENCE, new Place(17, 24), new Place(0, 6));

    var encoded = encoder.encode(input);

    assertThat(encoded.ids())
        .containsExactly(
            101, 1061, 2056, 2008, 1060, 1005, 1055, 4170, 2052, 7386, 1061, 1012, 102);
    assertThat(encoded.mask(true)).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(encoded.mask(false)).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void givesTheSameForOtherNames() {
    String other = "Vell said that the Union of Sarn's fleet would harm Vell.";
    var here = StanceInput.of(SENTENCE, new Place(17, 24), new Place(0, 6));
    var there = StanceInput.of(other, new Place(15, 32), new Place(0, 4));

    assertThat(encoder.encode(there).ids()).containsExactly(encoder.encode(here).ids());
  }

  @Test
  void takesASentenceThatNamesNeither() {
    var encoded = encoder.encode(new StanceInput("The fleet would harm.", List.of(), List.of()));

    assertThat(encoded.ids()).containsExactly(101, 1996, 4170, 2052, 7386, 1012, 102);
    assertThat(encoded.mask(true)).containsOnly(0);
  }

  @Test
  void cutsALongSentenceAroundItsTarget() {
    String sentence = "harm ".repeat(200) + "Ostland " + "fleet ".repeat(200);
    int begin = sentence.indexOf("Ostland");

    var encoded = encoder.encode(StanceInput.of(sentence, new Place(begin, begin + 7)));

    assertThat(encoded.ids()).hasSize(96).contains(1060, 7386, 4170);
  }
}
