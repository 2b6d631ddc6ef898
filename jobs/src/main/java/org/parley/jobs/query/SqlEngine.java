package org.parley.jobs.query;

/** What answers queries over the tables of a warehouse. */
interface SqlEngine extends AutoCloseable {
  /**
   * Runs one statement.
   *
   * @param parameters what stands for each ? in it, never read as SQL
   * @throws IllegalArgumentException if the engine refuses it, with the engine's own words
   */
  Answer query(String sql, String... parameters);

  @Override
  void close();
}
