package org.parley.jobs.cli;

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
  @Timeout(60)
  void whatFailsBecauseOfTheStopSaysNothingMore(@TempDir Path folder) throws Exception {
    Path said = folder.resolve("said");
    assertThat(start("fail at the stop", said).waitFor()).isEqualTo(3);
    assertThat(Files.readString(said).lines().filter(line -> !line.isBlank()))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("parley: stopped. "))
        .anyMatch(line -> line.equals("StoppedException of IllegalStateException: cancelled"));
  }

  @Test
  void aRunThatFailsByItselfFailsAsItDid(@TempDir Path folder) throws Exception {
    Path said = folder.resolve("said");
    assertThat(start("fail", said).waitFor()).isEqualTo(1);
    assertThat(Files.readString(said))
        .contains("IllegalStateException: cancelled")
        .doesNotContain("stopped");
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

  /** A run that ends, or fails, or waits for its end, or fails because of it. */
  static final class Work {
    private Work() {}

    public static void main(String[] args) {
      Interruption.during(() -> work(args[0]), "tables", System.err);
    }

    private static void work(String what) {
      System.out.println("working");
      switch (what) {
        case "wait" -> await(new CountDownLatch(1));
        case "fail" -> throw new IllegalStateException("cancelled");
        case "fail at the stop" -> failAtTheStop();
        default -> {}
      }
    }

    /** As Spark does, whose own hook ends the jobs that run. */
    private static void failAtTheStop() {
      var ending = new CountDownLatch(1);
      var failed = new CountDownLatch(1);
      Thread main = Thread.currentThread();
      main.setUncaughtExceptionHandler(
          (thread, e) -> {
            System.err.println(
                "%s of %s: %s"
                    .formatted(
                        e.getClass().getSimpleName(),
                        e.getCause().getClass().getSimpleName(),
                        e.getCause().getMessage()));
            failed.countDown();
          });
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    ending.countDown();
                    await(failed);
                  }));
      new Thread(() -> System.exit(3)).start();
      await(ending);
      throw new IllegalStateException("cancelled");
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
