package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleTaskTest {
  @Test
  @Tag("models")
  void findsMostStancesOfInventedWireStories() throws IOException, URISyntaxException {
    var folder = Path.of(getClass().getResource("wire").toURI());

    var metrics = new ArticleTask().evaluate(folder, new Predictions(new StringWriter()));

    assertThat((double) metrics.get("stance_f1")).isGreaterThan(58);
    assertThat(metrics).containsEntry("not_stances", 0);
  }

  @Test
  void folderWithoutKeyIsRefused(@TempDir Path folder) {
    assertThatThrownBy(
            () -> new ArticleTask().evaluate(folder, new Predictions(new StringWriter())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no key (*.json) in the folder " + folder);
  }
}
