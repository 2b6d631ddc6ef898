package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.stance.JudgedPairs.wording;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;

@Tag("models")
class MeaningOfOpenTargetsTest {
  private static final Seeds SEEDS = Seeds.bundled();
  private static final Meaning MEANING = Scorer.LEARNED.meaning();

  private final OpenTargetGroups groups = OpenTargetGroups.of(SEEDS, MEANING);

  @ParameterizedTest
  @CsvSource({
    "judicial overhaul, court reform, true",
    "sea blockade, naval blockade, true",
    "river blockade, naval blockade, false",
    "water pipeline, fuel pipeline, false",
    "troop withdrawal, troop deployment, false",
    "ban on plastic bags, plastic bags, false",
    "join the union, leave the union, false",
    "opening the border, closing the border, false",
    "payment to victims, compensation for victims, true",
    "aid to Norvia, help for Ostland, false",
    "climate change, global warming, true",
    "hostage taking, hostage release, false"
  })
  void meaningJoinsWhatWordsDoNotContradict(String first, String second, boolean one) {
    var found = groups.group(List.of(wording(first, 2), wording(second, 1)));

    assertThat(found.get(JudgedPairs.id(second)).equals(JudgedPairs.id(first))).isEqualTo(one);
  }

  @Test
  void meaningFindsMoreThanWordsAndIsRightAsOften() throws IOException {
    var pairs = JudgedPairs.read();
    var words = pairs.joinedBy(SEEDS, Meaning.UNKNOWN);
    var both = pairs.joinedBy(SEEDS, MEANING);

    assertThat(both.precision()).isGreaterThan(0.95);
    assertThat(both.recall()).isGreaterThan(4 * words.recall());
  }

  @Test
  void aVectorDependsOnItsWordingAlone() {
    var wordings = List.of("sea blockade", "a", "the deployment of troops along the river", "");
    var alone = wordings.stream().map(each -> MEANING.of(each).orElseThrow()).toList();

    var together =
        Stream.of(wordings, wordings)
            .flatMap(List::stream)
            .parallel()
            .map(each -> MEANING.of(each).orElseThrow())
            .toList();

    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i)).containsExactly(alone.get(i % alone.size()));
    }
  }
}
