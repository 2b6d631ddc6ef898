package org.parley.jobs.query;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.parley.jobs.table.Table;

/**
 * A warehouse that a run may write meanwhile. An answer counts if the tables that its statement
 * names had the same files before and after; else it is asked for again.
 */
final class SteadyTables implements SqlEngine {
  private static final int ATTEMPTS = 50;
  private static final long PAUSE_MILLIS = 20;

  private final DuckDb engine;
  private final Path folder;

  /** Makes the views of all tables in the folder, but for those that cannot be read. */
  SteadyTables(DuckDb engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
    for (Table table : Table.values()) {
      try {
        steadily(
            List.of(table),
            () -> {
              engine.view(folder, List.of(table));
              return true;
            });
      } catch (IllegalArgumentException e) {
        // A statement that names the table is told so; all others are answered.
      }
    }
  }

  @Override
  public Answer query(String sql, String... parameters) {
    var named = LocalTables.named(sql);
    return steadily(
        named,
        () -> {
          engine.view(folder, named);
          return engine.query(sql, parameters);
        });
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Does what reads tables until they have not changed under it. */
  private <T> T steadily(List<Table> tables, Supplier<T> work) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var before = LocalTables.now(folder, tables);
      T done = null;
      IllegalArgumentException refused = null;
      try {
        done = work.get();
      } catch (IllegalArgumentException e) {
        refused = e;
      }
      if (before.equals(LocalTables.now(folder, tables))) {
        if (refused != null) {
          throw refused;
        }
        return done;
      }
      pause();
    }
    throw new IllegalArgumentException(
        "a run exchanges the tables in "
            + folder
            + " again and again: ask once more when it has ended");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tables were exchanged", e);
    }
  }
}
