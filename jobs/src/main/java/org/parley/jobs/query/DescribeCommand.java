package org.parley.jobs.query;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code parley describe}: the data dictionary, from the schemas that the tables are written with.
 */
@Command(
    name = "describe",
    description =
        "Print the data dictionary, or the statements that give other engines the tables.")
public final class DescribeCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "TABLE", description = "The table (default: all).")
  private String table;

  @Option(names = "--markdown", description = "Print it as Markdown.")
  private boolean markdown;

  @Option(
      names = "--ddl",
      paramLabel = "ENGINE",
      description =
          "Print the DDL of all tables, or of the one named, for ${COMPLETION-CANDIDATES}; hive's is"
              + " Athena's as well.")
  private Dialect ddl;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      description = "Where the DDL says that the tables lie (default: ${DEFAULT-VALUE}).")
  private String warehouse;

  @Override
  public Integer call() {
    if (ddl != null) {
      System.out.print(
          table == null
              ? ddl.script(location())
              : ddl.ddl(Table.of(table), location() + "/" + Table.of(table).tableName()));
      return 0;
    }
    var tables = table == null ? List.of(Table.values()) : List.of(Table.of(table));
    System.out.print(markdown ? dictionary() : plain(tables));
    return 0;
  }

  /** The warehouse with its whole path, since engines have other working folders. */
  private String location() {
    return warehouse.contains("://")
        ? warehouse.replaceAll("/+$", "")
        : Path.of(warehouse).toAbsolutePath().normalize().toString();
  }

  /** The data dictionary in Markdown, as notebooks/data-dictionary.md holds it. */
  static String dictionary() {
    var out = new StringBuilder();
    out.append(
            "# Data dictionary\n\nMade by `scripts/parley describe --markdown` from the schemas that the tables are")
        .append(" written with. Every column may be null.\n");
    for (Table table : Table.values()) {
      TableSchema schema = table.schema();
      out.append("\n## ")
          .append(schema.name())
          .append("\n\n")
          .append(schema.description())
          .append('\n');
      if (!schema.partitionBy().isEmpty()) {
        out.append("Partitioned by ").append(String.join(", ", schema.partitionBy())).append(".\n");
      }
      out.append("\n| column | type | what | example | unit |\n|---|---|---|---|---|\n");
      for (TableSchema.Column column : schema.columns()) {
        out.append("| ").append(column.name()).append(" | `").append(column.type()).append("` | ");
        out.append(cell(column.description()))
            .append(" | ")
            .append(cell(column.example()))
            .append(" | ");
        out.append(column.unit() == null ? "" : column.unit()).append(" |\n");
      }
    }
    return out.toString();
  }

  /** The columns of tables, for a terminal. */
  static String plain(List<Table> tables) {
    var out = new StringBuilder();
    for (Table table : tables) {
      TableSchema schema = table.schema();
      out.append(schema.name()).append(": ").append(schema.description()).append('\n');
      for (TableSchema.Column column : schema.columns()) {
        String type =
            column.type().length() > 24 ? column.type().replaceAll("<.*", "<…>") : column.type();
        out.append(String.format("  %-22s %-12s %s", column.name(), type, column.description()));
        out.append(column.unit() == null ? "" : " [" + column.unit() + "]").append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "\\n");
  }
}
