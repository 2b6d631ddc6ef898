package org.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said when a command fails. */
final class ParleyTest {
  /** A command that fails. */
  @Command(name = "failing")
  private record Failing(Throwable failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }

  private final StringWriter said = new StringWriter();

  @Test
  void errorOfAFileSystemIsOneLine() {
    assertThat(fails(fullDisk())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(said.toString().lines())
        .containsExactly("parley: IOException: No space left on device");
  }

  @Test
  void theInnermostCauseIsSaid() {
    fails(new IllegalStateException("the job failed", new IOException("no such file\nat a.B.c")));

    assertThat(said.toString().lines()).containsExactly("parley: IOException: no such file");
  }

  @Test
  void aRefusalSpeaksForItself() {
    fails(new IllegalArgumentException("name files or folders", fullDisk()));

    assertThat(said.toString().lines()).containsExactly("parley: name files or folders");
  }

  private static Error fullDisk() {
    return new IOError(new IOException("No space left on device"));
  }

  private int fails(Throwable failure) {
    return Parley.commandLine()
        .addSubcommand(new Failing(failure))
        .setErr(new PrintWriter(said, true))
        .execute("failing");
  }
}
