package org.parley.jobs.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of a warehouse, in the order in which a run writes them. */
public enum Table {
  ARTICLES,
  REJECTS,
  ANNOTATIONS,
  DOCUMENT_STATUS,
  MENTIONS,
  ENTITIES,
  ENTITY_ALIASES,
  QUOTES,
  COOCCURRENCE_STATES,
  COOCCURRENCE,
  COOCCURRENCE_WEEKS,
  COOCCURRENCE_OUTLETS,
  CAPPED_WINDOWS,
  ENTITY_STATS,
  COOCCURRENCE_BACKBONE,
  ENTITY_NETWORK,
  SAME_COMPANY,
  BURSTS,
  PAIR_BURSTS,
  STANCE_EVIDENCE,
  STANCE_STATS,
  STANCE_BREAKDOWN,
  STANCE_ROLLUP,
  OPEN_TARGETS,
  ACTOR_CONGRUENCE,
  JOB_METRICS;

  /** The name in SQL and on disk. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its columns, with their descriptions. */
  public TableSchema schema() {
    return TableSchema.load(tableName());
  }

  /** What to do about a table that was written with other columns. */
  public String remedy() {
    return switch (this) {
      case ARTICLES, REJECTS -> "run `parley run` on the inputs again";
      case ANNOTATIONS, DOCUMENT_STATUS, JOB_METRICS ->
          "`parley doctor --repair` sets it aside, and `parley run` makes it anew";
      default -> "run `parley run --from resolve`";
    };
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static Table of(String name) {
    return Arrays.stream(values())
        .filter(table -> table.tableName().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no table "
                        + name
                        + "; the tables are "
                        + Arrays.stream(values())
                            .map(Table::tableName)
                            .collect(Collectors.joining(", "))));
  }
}
