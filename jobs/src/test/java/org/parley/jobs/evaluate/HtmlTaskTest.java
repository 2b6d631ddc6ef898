package org.parley.jobs.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlTaskTest {
  private static final String SENTENCE =
      "The pilots of the harbour met the port authority again and left without an answer on Monday.";

  @TempDir private Path gold;

  @Test
  void scoresEachPageAndWritesItsText() throws IOException {
    Files.createDirectories(gold.resolve("pages"));
    Files.writeString(
        gold.resolve("ground-truth.json"),
        "{\"p1\": {\"articleBody\": \"" + SENTENCE + "\", \"url\": \"https://herald.example/1\"}}");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gold.resolve("pages/p1.html.gz")))) {
      out.write(("<article><p>" + SENTENCE + "</p></article>").getBytes(UTF_8));
    }
    var rows = new StringWriter();
    assertThat(new HtmlTask().evaluate(gold, new Predictions(rows)))
        .isEqualTo(Map.of("f1", 100.0, "precision", 100.0, "recall", 100.0, "pages", 1));
    assertThat(rows).hasToString("p1\t" + SENTENCE + "\n");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> new HtmlTask().evaluate(gold, new Predictions(new StringWriter())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(gold + " is no gold folder for html: it lacks ground-truth.json");
  }

  @Test
  void namesAMissingPage() throws IOException {
    Files.writeString(gold.resolve("ground-truth.json"), "{\"p1\": {\"articleBody\": \"\"}}");
    assertThatThrownBy(() -> new HtmlTask().evaluate(gold, new Predictions(new StringWriter())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks the page pages/p1.html.gz");
  }
}
