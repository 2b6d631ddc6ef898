package org.parley.jobs.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.jobs.table.Table;

/**
 * The Parquet files of tables on this machine's disks at one moment. Each writing of a table has
 * files of other names, so that nothing was exchanged between two moments with the same files.
 *
 * @param files the files of each table, sorted; in the midst of an exchange, those of the old one
 */
record LocalTables(Map<Table, List<Path>> files) {
  /** The tables that a statement names. */
  static List<Table> named(String sql) {
    var words = new HashSet<>(List.of(sql.toLowerCase(Locale.ROOT).split("\\W+")));
    return Arrays.stream(Table.values())
        .filter(table -> words.contains(table.tableName()))
        .toList();
  }

  /** What lies there now. */
  static LocalTables now(Path warehouse, List<Table> tables) {
    var files = new EnumMap<Table, List<Path>>(Table.class);
    tables.forEach(table -> files.put(table, parquet(folder(warehouse, table))));
    return new LocalTables(files);
  }

  /** Where a table lies; between the two renames of an exchange, in the staging folder. */
  static Path folder(Path warehouse, Table table) {
    Path folder = warehouse.resolve(table.tableName());
    Path replaced = warehouse.resolve("_staging").resolve("replaced-" + table.tableName());
    return !Files.isDirectory(folder) && Files.isDirectory(replaced) ? replaced : folder;
  }

  /** The Parquet files of a folder and those below, sorted; none if there is no such folder. */
  static List<Path> parquet(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return List.of();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
