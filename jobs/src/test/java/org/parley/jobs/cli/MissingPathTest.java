package org.parley.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingPathTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        new String[] {"a.txt", "articles.jsonl", "b.txt", "c.txt", "d.txt", "e.txt"}) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void theNearestNameComesFirst() {
    assertThat(MissingPath.describe(folder.resolve("artcles.json")))
        .startsWith("there is no " + folder.resolve("artcles.json") + "; " + folder + " holds")
        .contains("holds articles.jsonl, a.txt")
        .endsWith(" and 1 more");
  }

  @Test
  void theLastFolderThatIsThereIsNamed() {
    assertThat(MissingPath.describe(folder.resolve("in").resolve("x.csv")))
        .contains("; " + folder + " holds ");
  }

  @Test
  void hadoopsPathsSayTheSame() throws IOException {
    var path = new org.apache.hadoop.fs.Path(folder.resolve("in").resolve("x.csv").toString());
    assertThat(MissingPath.describe(FileSystem.getLocal(new Configuration()), path))
        .isEqualTo(MissingPath.describe(folder.resolve("in").resolve("x.csv")));
  }
}
