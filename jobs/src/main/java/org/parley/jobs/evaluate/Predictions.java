package org.parley.jobs.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Takes predictions as tab-separated rows without a header, so that any other scorer can read them.
 */
final class Predictions {
  private final Writer out;

  Predictions(Writer out) {
    this.out = out;
  }

  /** Writes a row; tabs, newlines and backslashes in a cell get a backslash, null is empty. */
  void row(Object... cells) {
    try {
      out.write(Arrays.stream(cells).map(Predictions::escaped).collect(Collectors.joining("\t")));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("predictions: " + e.getMessage(), e);
    }
  }

  private static String escaped(Object cell) {
    return cell == null
        ? ""
        : cell.toString()
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
            .replace("\n", "\\n");
  }
}
