package org.parley.jobs.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;

/**
 * What each month of a table was made from, as digests by month: they stand in {@code _months.json}
 * beside the Parquet files. A month whose digest stays is copied, file by file, not made again.
 */
record MonthDigests(Map<String, String> byMonth) {
  private static final String FILE = "_months.json";
  private static final String PARTITION = "month=";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The digests beside a table; none where there is no such file, or none that can be read. */
  static MonthDigests read(FileSystem fs, Path table) throws IOException {
    var file = new Path(table, FILE);
    if (!fs.exists(file)) {
      return new MonthDigests(Map.of());
    }
    try (var in = fs.open(file)) {
      return new MonthDigests(
          JSON.readValue(
              new String(in.readAllBytes(), UTF_8),
              new TypeReference<TreeMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      return new MonthDigests(Map.of());
    }
  }

  /** Writes the file beside a table. */
  void write(FileSystem fs, Path table) throws IOException {
    try (var out = fs.create(new Path(table, FILE), true)) {
      out.write(JSON.writeValueAsBytes(new TreeMap<>(byMonth)));
    }
  }

  /** The months that have the same digest here and there. */
  Set<String> equalIn(MonthDigests other) {
    return byMonth.entrySet().stream()
        .filter(month -> month.getValue().equals(other.byMonth.get(month.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Copies the files of some months.
   *
   * @throws IllegalStateException if the other table has files of one of them
   */
  static void copy(FileSystem fs, Path from, Path to, Set<String> months) throws IOException {
    if (months.isEmpty()) {
      return;
    }
    for (String file : files(fs, to)) {
      if (months.contains(month(file))) {
        throw new IllegalStateException(
            "month " + month(file) + " was made again, though its input is the same");
      }
    }
    try {
      files(fs, from).parallelStream()
          .filter(file -> months.contains(month(file)))
          .forEach(file -> copy(fs, new Path(from, file), new Path(to, file)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void copy(FileSystem fs, Path from, Path to) {
    try {
      fs.mkdirs(to.getParent());
      FileUtil.copy(fs, from, fs, to, false, fs.getConf());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Parquet files below a folder, as paths relative to it. */
  private static Set<String> files(FileSystem fs, Path folder) throws IOException {
    var root = fs.makeQualified(folder).toUri();
    var names = new TreeSet<String>();
    var files = fs.listFiles(folder, true);
    while (files.hasNext()) {
      Path file = files.next().getPath();
      if (file.getName().endsWith(".parquet")) {
        names.add(root.relativize(file.toUri()).getPath());
      }
    }
    return names;
  }

  /** The month whose folder a file is in; empty if in none. */
  private static String month(String file) {
    for (String part : file.split(Path.SEPARATOR, -1)) {
      if (part.startsWith(PARTITION)) {
        return part.substring(PARTITION.length());
      }
    }
    return "";
  }
}
