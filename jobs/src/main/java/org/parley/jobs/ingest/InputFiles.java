package org.parley.jobs.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.parley.jobs.cli.MissingPath;

/**
 * Lists the files under the inputs: files, folders with all below them, and globs, on any file
 * system that Hadoop knows. Below a folder, names that begin with {@code .} or {@code _} are left
 * out, as everywhere in Hadoop.
 */
final class InputFiles {
  private static final int MAX_DEPTH = 64;

  private final Configuration configuration;
  private final TreeMap<String, InputFile> files = new TreeMap<>();
  private final Set<String> visited = new HashSet<>();

  private InputFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The files, each once, in the order of their names.
   *
   * @throws IllegalArgumentException if an input does not exist or holds no file
   * @throws IOException if a file system cannot be asked
   */
  static List<InputFile> list(List<String> inputs, Configuration configuration) throws IOException {
    var found = new InputFiles(configuration);
    for (String input : inputs) {
      found.addInput(input);
    }
    if (found.files.isEmpty()) {
      throw new IllegalArgumentException("no files in " + String.join(", ", inputs));
    }
    return List.copyOf(found.files.values());
  }

  private void addInput(String input) throws IOException {
    var path = new Path(input);
    FileSystem system = path.getFileSystem(configuration);
    FileStatus[] matches;
    try {
      matches = new FileStatus[] {system.getFileStatus(path)};
    } catch (FileNotFoundException e) {
      matches = system.globStatus(path);
    }
    if (matches == null || matches.length == 0) {
      throw new IllegalArgumentException(MissingPath.describe(system, path));
    }
    for (FileStatus match : matches) {
      add(system, match, 0);
    }
  }

  private void add(FileSystem system, FileStatus status, int depth) throws IOException {
    Path path = status.getPath();
    if (!status.isDirectory()) {
      files.put(path.toString(), new InputFile(path.toString(), status.getLen()));
      return;
    }
    if (depth > MAX_DEPTH || !visited.add(realName(path))) {
      return;
    }
    FileStatus[] children = system.listStatus(path);
    Arrays.sort(children, Comparator.comparing(FileStatus::getPath));
    for (FileStatus child : children) {
      String name = child.getPath().getName();
      if (!name.startsWith(".") && !name.startsWith("_")) {
        add(system, child, depth + 1);
      }
    }
  }

  /** Where a link leads to on this machine's disks, so that a loop of links ends. */
  private static String realName(Path path) {
    if ("file".equals(path.toUri().getScheme())) {
      try {
        return java.nio.file.Path.of(path.toUri().getPath()).toRealPath().toString();
      } catch (IOException | RuntimeException e) {
        return path.toString();
      }
    }
    return path.toString();
  }

  /** Files in groups that take about equally long to read, for one task each. */
  static List<List<InputFile>> pack(List<InputFile> files, int parallelism) {
    long total = files.stream().mapToLong(InputFile::length).sum();
    long size = Math.max(1, Math.min(64L << 20, total / Math.max(1, parallelism)));
    int count = Math.max(1, Math.min(1000, files.size() / Math.max(1, parallelism)));
    var packs = new ArrayList<List<InputFile>>();
    var pack = new ArrayList<InputFile>();
    long bytes = 0;
    for (InputFile file : files) {
      pack.add(file);
      bytes += file.length();
      if (bytes >= size || pack.size() >= count) {
        packs.add(List.copyOf(pack));
        pack.clear();
        bytes = 0;
      }
    }
    if (!pack.isEmpty()) {
      packs.add(List.copyOf(pack));
    }
    return packs;
  }
}
