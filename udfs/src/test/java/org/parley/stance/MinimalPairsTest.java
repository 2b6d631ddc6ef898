package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class MinimalPairsTest {
  private static final StanceExtractor EXTRACTOR = StanceExtractor.of(Seeds.bundled());

  static Stream<Arguments> pairs() throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (var reader =
        new InputStreamReader(
            MinimalPairsTest.class.getResourceAsStream("minimal-pairs.csv"),
            StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords().stream().map(MinimalPairsTest::arguments);
    }
  }

  private static Arguments arguments(CSVRecord row) {
    return Arguments.of(
        row.get("group"),
        row.get("sentence"),
        row.get("holder"),
        row.get("target"),
        row.get("polarity"));
  }

  @ParameterizedTest(name = "{0}: {1} [{2} -> {3}: {4}]")
  @MethodSource("pairs")
  void polarityOfPair(
      String group, String sentence, String holder, String target, String polarity) {
    AnnotatedText text =
        Pipeline.shared()
            .annotate(
                new SectionedText(
                    sentence, List.of(new Paragraph(0, sentence.length(), Section.BODY))));
    var names = Names.in(text);
    String targetId =
        target.startsWith("open:")
            ? target
            : target.matches("[a-z0-9_]+") ? "issue:" + target : Names.id(target);
    var found =
        EXTRACTOR.extract(text, names.resolution(), names.quotations()).stream()
            .filter(row -> row.holderId().equals(Names.id(holder)))
            .filter(row -> row.targetId().equals(targetId))
            .filter(row -> row.time() != StanceEvidence.Time.PAST)
            .map(row -> row.polarity() > 0 ? "+" : row.polarity() < 0 ? "-" : "0")
            .toList();
    assertThat(found).isEqualTo(polarity.equals("none") ? List.of() : List.of(polarity));
  }
}
