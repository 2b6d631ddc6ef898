package org.parley.jobs.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the tables of a warehouse lie, and how a new one takes the place of the old: by two renames
 * of folders, between which the old one is in the staging folder. Local disks and HDFS do each at
 * once. Object stores copy file by file; there, as everywhere, the table's mark says how many files
 * make it whole.
 */
final class TableFolders {
  private final FileSystem fs;
  private final Path root;
  private final Path staging;

  TableFolders(FileSystem fs, Path root) {
    this.fs = fs;
    this.root = root;
    this.staging = new Path(root, "_staging");
  }

  /** The folder of what is not a table yet. */
  Path staging() {
    return staging;
  }

  /** Where a table belongs. */
  Path path(Table table) {
    return new Path(root, table.tableName());
  }

  /** Where a table lies now: in the midst of a swap, in the staging folder. */
  Path present(Table table) throws IOException {
    return !fs.exists(path(table)) && fs.exists(replaced(table)) ? replaced(table) : path(table);
  }

  /** Whether a table lies anywhere. */
  boolean exists(Table table) throws IOException {
    // Asked again, since a swap may have ended between the first two questions.
    return fs.exists(path(table)) || fs.exists(replaced(table)) || fs.exists(path(table));
  }

  /** What a table says of itself. */
  Optional<WrittenSchema> mark(Table table) throws IOException {
    return WrittenSchema.read(fs, present(table));
  }

  /** Marks a staged table as whole with the files that it has. */
  void mark(Table table, Path staged) throws IOException {
    WrittenSchema.of(table.schema()).withFiles(staged.getName(), files(staged)).write(fs, staged);
  }

  /** Puts a staged table in place of the old one. */
  void swap(Table table, Path staged) throws IOException {
    fs.delete(replaced(table), true);
    if (fs.exists(path(table))) {
      rename(path(table), replaced(table));
    }
    rename(staged, path(table));
    fs.delete(replaced(table), true);
  }

  /** Puts back what a swap has moved away and not brought to its end. */
  void restore(Table table) throws IOException {
    Path replaced = replaced(table);
    if (!fs.exists(replaced)) {
      return;
    }
    if (!isWhole(path(table)) && (isWhole(replaced) || !fs.exists(path(table)))) {
      fs.delete(path(table), true);
      rename(replaced, path(table));
    } else {
      fs.delete(replaced, true);
    }
  }

  /** What a table lacks of the files that it was written with, if it lacks some. */
  Optional<String> lack(Table table) throws IOException {
    Path folder = present(table);
    var mark = WrittenSchema.read(fs, folder);
    if (mark.isEmpty() || mark.get().files() == null) {
      return Optional.empty();
    }
    try {
      int expected = mark.get().files();
      int found = files(folder);
      return found == expected
          ? Optional.empty()
          : Optional.of("has %d of the %d files it was written with".formatted(found, expected));
    } catch (FileNotFoundException e) {
      return Optional.of("is being exchanged");
    }
  }

  private boolean isWhole(Path folder) throws IOException {
    var mark = WrittenSchema.read(fs, folder);
    return mark.isPresent() && (mark.get().files() == null || mark.get().files() == files(folder));
  }

  /** How many Parquet files lie in a folder and below. */
  private int files(Path folder) throws IOException {
    int count = 0;
    var files = fs.listFiles(folder, true);
    while (files.hasNext()) {
      if (files.next().getPath().getName().endsWith(".parquet")) {
        count++;
      }
    }
    return count;
  }

  void rename(Path from, Path to) throws IOException {
    if (!fs.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  private Path replaced(Table table) {
    return new Path(staging, "replaced-" + table.tableName());
  }
}
