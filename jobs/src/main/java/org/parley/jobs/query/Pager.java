package org.parley.jobs.query;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows long text page by page: by the program that the variable PAGER names, or {@code less},
 * which shows at once what fits on the screen. Where there is neither, text is just printed.
 */
final class Pager {
  /** less: leave at once when all fits, keep the screen, do not fold long lines. */
  private static final List<String> LESS = List.of("less", "-F", "-X", "-S");

  private final List<String> command;

  private Pager(List<String> command) {
    this.command = command;
  }

  /** The pager of the environment; none where standard output is no terminal. */
  static Pager ofEnvironment() {
    if (!Console.isOutput()) {
      return new Pager(List.of());
    }
    String named = System.getenv("PAGER");
    return new Pager(named == null || named.isBlank() ? LESS : List.of("sh", "-c", named.strip()));
  }

  /** A pager that only prints. */
  static Pager none() {
    return new Pager(List.of());
  }

  /** Shows a text; returns when the reader has left it. */
  void show(String text, Appendable out) {
    try {
      if (command.isEmpty() || !page(text)) {
        out.append(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean page(String text) {
    Process process;
    try {
      process =
          new ProcessBuilder(new ArrayList<>(command))
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      return false;
    }
    try (var in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
      in.write(text);
    } catch (IOException e) {
      // The reader has left before the end of the text.
    }
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
