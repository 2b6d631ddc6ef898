package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  @Test
  void theCommittedDictionaryIsWhatTheSchemasSay() throws IOException {
    assertThat(Files.readString(Path.of("../notebooks/data-dictionary.md")))
        .as("make it anew: scripts/parley describe --markdown > notebooks/data-dictionary.md")
        .isEqualTo(DescribeCommand.dictionary());
  }
}
