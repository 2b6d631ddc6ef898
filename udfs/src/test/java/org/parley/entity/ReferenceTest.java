package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.nlp.Pipeline;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/**
 * Minimal pairs of our own for roles, pronouns and last names: in the one text somebody is meant,
 * in the other nobody can be told for sure.
 */
@Tag("models")
class ReferenceTest {
  private static final Path PAIRS =
      Path.of("src/test/resources/org/parley/entity/reference-pairs.csv");
  private static final LocalDate DAY = LocalDate.of(2025, 8, 19);

  private final DocumentResolver resolver = new DocumentResolver(GazetteerTest.GAZETTEER);

  @Test
  void tellsWhoIsMeantAndWhenNobodyCanBeTold() throws IOException {
    var wrong = new ArrayList<String>();
    var rows = Files.readAllLines(PAIRS);
    for (var row : rows.subList(1, rows.size())) {
      var cells = row.split("\\|", -1);
      var found = read(cells[0], cells[1]);
      if (!found.equals(cells[2])) {
        wrong.add(row + " was read as " + found);
      }
    }
    assertThat(rows).hasSizeGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  /** The entity of the mention that begins or ends with the last place of a phrase. */
  private String read(String words, String phrase) {
    var paragraphs = java.util.List.of(new Paragraph(0, words.length(), Section.BODY));
    var text = Pipeline.shared().annotate(new SectionedText(words, paragraphs));
    int begin = words.lastIndexOf(phrase);
    int end = begin + phrase.length();
    for (var mention : resolver.resolve(text, DAY).mentions()) {
      if (mention.begin() == begin || mention.end() == end) {
        return mention.entityId();
      }
    }
    return "-";
  }
}
