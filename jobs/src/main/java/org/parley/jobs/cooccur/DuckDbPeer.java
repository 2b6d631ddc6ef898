package org.parley.jobs.cooccur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The counts and measures of {@link CooccurBench} by SQL in DuckDB, from an empty database to the
 * end as one script.
 *
 * @param kinds the contexts to count
 * @param memory how much memory it may take, as DuckDB writes it
 * @param disk how much it may spill
 * @param minutes when it is stopped
 * @param parts in how many parts it counts pairs, one after the other
 * @param leastWindows rows of fewer common windows are not written
 */
record DuckDbPeer(
    List<WindowKind> kinds, String memory, String disk, int minutes, int parts, int leastWindows) {
  private static final String PART = "$part";

  /**
   * Writes the Parquet files of each context into a folder of its name.
   *
   * @return whether it came to its end within its bounds
   */
  boolean run(Path warehouse, Path out) throws IOException, SQLException {
    for (var kind : kinds) {
      Files.createDirectories(out.resolve(kind.label()));
    }
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET memory_limit = '" + memory + "'");
      statement.execute("SET temp_directory = '" + out.resolve("spill") + "'");
      statement.execute("SET max_temp_directory_size = '" + disk + "'");
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute("SET preserve_insertion_order = false");
      // Not a query timeout: the driver does not know it.
      var clock = Executors.newSingleThreadScheduledExecutor();
      var stop =
          clock.schedule(
              () -> {
                statement.cancel();
                return null;
              },
              minutes,
              TimeUnit.MINUTES);
      try {
        execute(statement, script("tables", warehouse, out));
        for (var kind : kinds) {
          execute(statement, script(kind.label(), warehouse, out));
        }
        return true;
      } catch (SQLException e) {
        System.err.println("DuckDB did not finish: " + e.getMessage());
        return false;
      } finally {
        stop.cancel(false);
        clock.shutdown();
      }
    }
  }

  private void execute(Statement statement, String script) throws SQLException {
    for (String sql : script.split(";\n", -1)) {
      for (int part = 0; part < (sql.contains(PART) ? parts : 1); part++) {
        statement.execute(sql.replace(PART, Integer.toString(part)));
      }
    }
  }

  private String script(String name, Path warehouse, Path out) throws IOException {
    try (InputStream in = DuckDbPeer.class.getResourceAsStream("peer-" + name + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("$warehouse", warehouse.toString())
          .replace("$out", out.toString())
          .replace("$least", Integer.toString(leastWindows))
          .replace("$parts", Integer.toString(parts))
          .strip()
          .replaceFirst(";$", "");
    }
  }
}
