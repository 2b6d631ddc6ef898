package org.parley.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.hadoop.fs.FileSystem;

/** What to say of a path that leads nowhere: what there is where it was looked for. */
public final class MissingPath {
  private static final int SHOWN = 5;

  private MissingPath() {}

  /** One line on a path of this machine's disks. */
  public static String describe(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return "there is no " + path;
    }
    try (var files = Files.list(folder)) {
      var names = files.map(file -> file.getFileName().toString()).toList();
      return sentence(path.toString(), wanted(folder, path), folder.toString(), names);
    } catch (IOException e) {
      return "there is no " + path;
    }
  }

  /** One line on a path of any file system that Hadoop knows. */
  public static String describe(FileSystem system, org.apache.hadoop.fs.Path path) {
    try {
      var child = system.makeQualified(path);
      var folder = child.getParent();
      while (folder != null && !system.exists(folder)) {
        child = folder;
        folder = folder.getParent();
      }
      if (folder == null) {
        return "there is no " + path;
      }
      var names =
          Arrays.stream(system.listStatus(folder)).map(file -> file.getPath().getName()).toList();
      return sentence(path.toString(), child.getName(), folder.toUri().getPath(), names);
    } catch (IOException e) {
      return "there is no " + path;
    }
  }

  private static String wanted(Path folder, Path path) {
    Path whole = path.toAbsolutePath().normalize();
    return whole.getName(folder.getNameCount()).toString();
  }

  /** The names that are most like the wanted one first. */
  private static String sentence(String path, String wanted, String folder, List<String> names) {
    var similarity = new JaroWinklerSimilarity();
    var nearest =
        names.stream()
            .filter(name -> !name.startsWith("."))
            .sorted(
                Comparator.comparing((String name) -> -similarity.apply(wanted, name))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return "there is no "
        + path
        + "; "
        + folder
        + (nearest.isEmpty() ? " is empty" : " holds ")
        + String.join(", ", nearest.subList(0, Math.min(SHOWN, nearest.size())))
        + (nearest.size() > SHOWN ? " and " + (nearest.size() - SHOWN) + " more" : "");
  }
}
