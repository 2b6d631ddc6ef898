package org.parley.jobs.annotate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a JVM that dies leaves behind: the texts it was at, as empty files in a folder of the
 * warehouse's file system. The task that takes over, or the next run, reads there which text to be
 * careful with.
 */
final class Journal {
  private final FileSystem fs;
  private final Path folder;
  private final Set<String> present = new HashSet<>();

  /** How far a text came. */
  enum Trace {
    /** It was begun, beside others, when the JVM died. */
    BEGUN,
    /** It was the only one at work when the JVM died. */
    ALONE,
    /** It did not stop, and its thread was left behind. */
    STUCK
  }

  private Journal(FileSystem fs, Path folder) {
    this.fs = fs;
    this.folder = folder;
  }

  /** Reads what stands in the folder, which need not exist. */
  static Journal open(String folder, Configuration configuration) {
    var path = new Path(folder);
    try {
      var journal = new Journal(path.getFileSystem(configuration), path);
      if (journal.fs.exists(path)) {
        for (FileStatus file : journal.fs.listStatus(path)) {
          journal.present.add(file.getPath().getName());
        }
      }
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException("journal " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Whether an earlier task or run has left this trace of a text. */
  boolean has(Trace trace, String textId) {
    return present.contains(name(trace, textId));
  }

  /** Leaves a trace. */
  void write(Trace trace, String textId) {
    try {
      fs.create(file(trace, textId), true).close();
    } catch (IOException e) {
      throw new UncheckedIOException("journal " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Takes a trace back. */
  void erase(Trace trace, String textId) {
    try {
      fs.delete(file(trace, textId), false);
      present.remove(name(trace, textId));
    } catch (IOException e) {
      throw new UncheckedIOException("journal " + folder + ": " + e.getMessage(), e);
    }
  }

  private Path file(Trace trace, String textId) {
    return new Path(folder, name(trace, textId));
  }

  private static String name(Trace trace, String textId) {
    return UUID.nameUUIDFromBytes(textId.getBytes(StandardCharsets.UTF_8))
        + "."
        + trace.name().toLowerCase(Locale.ROOT);
  }
}
