package org.parley.jobs.query;

import java.util.List;
import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Checksum;
import org.parley.jobs.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parley checksum}: one line a table with its name, rows and digest. */
@Command(
    name = "checksum",
    description = "Print a checksum a table, equal wherever the same articles were run.")
public final class ChecksumCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description = "The tables (default: all but job_metrics, which tells of runs).")
  private List<Table> tables = List.of();

  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    var warehouse = options.warehouse(options.session("checksum"));
    for (Table table : Table.values()) {
      boolean wanted = (tables.isEmpty() ? Checksum.COMPARABLE : tables).contains(table);
      if (wanted && warehouse.exists(table)) {
        var checksum = Checksum.of(warehouse, table);
        System.out.printf("%s %d %s%n", table.tableName(), checksum.rows(), checksum.digest());
      }
    }
    return 0;
  }
}
