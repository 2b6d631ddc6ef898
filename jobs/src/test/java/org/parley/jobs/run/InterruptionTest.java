package org.parley.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  @Test
  @Timeout(60)
  void aStopSaysWhatIsThereAndHowToGoOn(@TempDir Path folder) throws Exception {
    Path said = folder.resolve("said");
    Process process = start("wait", said);
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("working");
      // A shell may have this JVM ignore Ctrl-C's signal; the JVM ends alike by both.
      new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
    }
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(Files.readString(said))
        .contains("parley: stopped. The tables in tables are those of the last finished stages")
        .contains("the same command goes on from there");
  }

  @Test
  void aRunThatEndsSaysNothing(@TempDir Path folder) throws Exception {
    Path said = folder.resolve("said");
    assertThat(start("end", said).waitFor()).isZero();
    assertThat(Files.readString(said)).isEmpty();
  }

  private static Process start(String what, Path said) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Work.class.getName(),
            what)
        .redirectError(said.toFile())
        .start();
  }

  /** A run that waits for its end, or ends at once. */
  static final class Work {
    private Work() {}

    public static void main(String[] args) throws InterruptedException {
      var interruption = Interruption.watch("tables", System.err);
      System.out.println("working");
      if (args[0].equals("wait")) {
        new CountDownLatch(1).await();
      }
      interruption.close();
    }
  }
}
