package org.parley.jobs.query;

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
@Command(name = "describe", description = "Print the data dictionary, of one table or of all.")
public final class DescribeCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "TABLE", description = "The table (default: all).")
  private String table;

  @Option(names = "--markdown", description = "Print it as Markdown.")
  private boolean markdown;

  @Override
  public Integer call() {
    var tables = table == null ? List.of(Table.values()) : List.of(Table.of(table));
    System.out.print(markdown ? dictionary() : plain(tables));
    return 0;
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

  private static String plain(List<Table> tables) {
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
