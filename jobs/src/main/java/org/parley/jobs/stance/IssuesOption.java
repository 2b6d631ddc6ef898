package org.parley.jobs.stance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.jobs.cli.MissingPath;
import org.parley.seed.Seeds;
import org.parley.seed.UserFile;
import org.parley.stance.Issues;
import picocli.CommandLine.Option;

/** The option that adds a user's issues to the bundled ones. */
public final class IssuesOption {
  @Option(
      names = "--issues",
      paramLabel = "FILE",
      description = "YAML list of issues to add, as seeds/issues.yaml describes them.")
  private Path file;

  /**
   * The seeds with the issues that --issues names.
   *
   * @throws IllegalArgumentException if there is no such file or it is no list of issues
   */
  public Seeds added(Seeds seeds) {
    if (file == null) {
      return seeds;
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(MissingPath.describe(file));
    }
    return Issues.added(seeds, UserFile.text(file), file.toString());
  }
}
