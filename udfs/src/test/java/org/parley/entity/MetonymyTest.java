package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/**
 * Minimal pairs: sentences of our own in which a capital or seat acts for a government in the one
 * and is a place in the other.
 */
@Tag("models")
class MetonymyTest {
  private static final Path PAIRS =
      Path.of("src/test/resources/org/parley/entity/metonymy-pairs.csv");
  private final DocumentResolver resolver = new DocumentResolver(Gazetteer.of(Seeds.bundled()));

  @Test
  void tellsGovernmentsFromPlacesInMinimalPairs() throws IOException {
    var wrong = new ArrayList<String>();
    List<String> rows = Files.readAllLines(PAIRS);
    for (var row : rows.subList(1, rows.size())) {
      var cells = row.split("\\|", -1);
      var found = read(cells[0], cells[1]);
      if (!found.equals(cells[2])) {
        wrong.add(cells[0] + " " + cells[1] + " was read as " + found);
      }
    }
    assertThat(rows.size() - 1).isGreaterThanOrEqualTo(120);
    assertThat(wrong).hasSizeLessThanOrEqualTo((rows.size() - 1) * 8 / 100);
  }

  private String read(String sentence, String name) {
    var text =
        Pipeline.shared()
            .annotate(
                new SectionedText(
                    sentence, List.of(new Paragraph(0, sentence.length(), Section.BODY))));
    int begin = sentence.indexOf(name);
    for (var mention : resolver.resolve(text, null).mentions()) {
      if (mention.begin() <= begin && mention.end() >= begin + name.length()) {
        return mention.entityId().startsWith("loc:") ? "place" : "actor";
      }
    }
    return "nothing";
  }
}
