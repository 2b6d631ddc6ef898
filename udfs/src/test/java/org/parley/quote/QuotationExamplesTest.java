package org.parley.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.parley.entity.Resolution;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/**
 * Minimal examples in examples.csv, one text a row: all quotations in it, in order, as {@code kind:
 * source > content}, separated by {@code |}; {@code kind in n} stands inside the quotation n,
 * counted from 0. Paragraphs are separated by ¶.
 */
@Tag("models")
class QuotationExamplesTest {
  private static final QuoteExtractor EXTRACTOR = QuoteExtractor.of(Seeds.bundled());

  @TestFactory
  Stream<DynamicTest> examples() {
    return rows("examples.csv").stream()
        .map(
            row ->
                dynamicTest(
                    row.get("phenomenon") + ": " + row.get("text"),
                    () -> assertThat(found(row.get("text"))).isEqualTo(expected(row))));
  }

  private static List<String> expected(CSVRecord row) {
    String quotations = row.get("quotations");
    return quotations.isBlank() ? List.of() : List.of(quotations.split(" *\\| *", -1));
  }

  private static List<String> found(String marked) {
    var text = TextCleaner.unchanged(marked.replace('¶', '\n'));
    var annotated = Pipeline.shared().annotate(text);
    var found = new ArrayList<String>();
    for (var quotation : EXTRACTOR.extract(annotated, new Resolution(List.of(), Map.of()))) {
      found.add(
          "%s%s: %s > %s"
              .formatted(
                  quotation.kind().label(),
                  quotation.isNested() ? " in " + quotation.outerIndex() : "",
                  quotation.speakerText(),
                  quotation.text().replace('\n', '¶')));
    }
    return found;
  }

  private static List<CSVRecord> rows(String name) {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setQuote('§')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    var in = Objects.requireNonNull(QuotationExamplesTest.class.getResourceAsStream(name));
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
