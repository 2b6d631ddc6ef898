package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSentencesTest {
  static final Path OWN = Path.of("../seeds/stance/sentences.csv");

  private static final String COLUMNS =
      "id,sentence,holder,target,kind,polarity,direction,frame,operator,voice,note\n";

  private static List<LabelledSentence> rows;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    rows = LabelledSentence.read(OWN);
  }

  @Test
  void areAtLeastTwoThousand() {
    assertThat(rows).hasSizeGreaterThanOrEqualTo(2000);
  }

  @Test
  void coverEachPolarityAndBothDirections() {
    assertThat(shares(row -> row.polarity()).values())
        .hasSize(3)
        .allSatisfy(share -> assertThat(share).isBetween(0.2, 0.5));
    long polar = rows.stream().filter(row -> row.polarity() != 0).count();
    long backward =
        rows.stream()
            .filter(row -> row.polarity() != 0 && begin(row, "target") < begin(row, "holder"))
            .count();
    assertThat((double) backward / polar).isBetween(0.15, 0.5);
  }

  @Test
  void coverEachVoiceAndOperator() {
    assertThat(shares(row -> row.labels().get("voice")).values())
        .hasSize(9)
        .allSatisfy(share -> assertThat(share).isGreaterThan(0.02));
    assertThat(shares(row -> row.labels().get("operator")).values())
        .hasSize(10)
        .allSatisfy(share -> assertThat(share).isGreaterThan(0.01));
  }

  @Test
  void shareFewWords() {
    List<Set<String>> words =
        rows.stream()
            .map(
                row ->
                    Arrays.stream(
                            row.marked().text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1))
                        .filter(word -> word.length() > 3)
                        .collect(Collectors.toSet()))
            .toList();
    var alike = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      for (int k = 0; k < i; k++) {
        var common = new HashSet<>(words.get(i));
        common.retainAll(words.get(k));
        if (2 * common.size() > Math.max(words.get(i).size(), words.get(k).size())) {
          alike.add(rows.get(k).id() + " and " + rows.get(i).id());
        }
      }
    }
    assertThat(alike).isEmpty();
  }

  @Test
  void areRefusedWhereATargetIsNotInTheSentence() throws IOException {
    var file =
        write("a-1,Oslo backs the treaty.,Oslo,the pact,issue,for,forward,support,none,active,");
    assertThatThrownBy(() -> LabelledSentence.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ", record 1: the target 'the pact' is not in the sentence");
  }

  @Test
  void areRefusedWhereTheDirectionIsWrong() throws IOException {
    var file =
        write("a-1,Oslo backs the pact.,Oslo,the pact,issue,for,backward,support,none,active,");
    assertThatThrownBy(() -> LabelledSentence.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ", record 1: the direction should be forward");
  }

  @Test
  void areRefusedWithAnUnknownLabel() throws IOException {
    var file =
        write("a-1,Oslo backs the pact.,Oslo,the pact,thing,for,forward,support,none,active,");
    assertThatThrownBy(() -> LabelledSentence.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ", record 1: kind 'thing' should be one of entity, issue");
  }

  private static int begin(LabelledSentence row, String name) {
    return row.marked().spans().get(name)[0];
  }

  private Path write(String row) throws IOException {
    return Files.writeString(folder.resolve("sentences.csv"), COLUMNS + row + "\n");
  }

  private static <T> java.util.Map<T, Double> shares(Function<LabelledSentence, T> label) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                label,
                Collectors.collectingAndThen(
                    Collectors.counting(), count -> (double) count / rows.size())));
  }
}
