package org.parley.jobs.query;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley explain}: why a holder counts as for or against a target. */
@Command(
    name = "explain",
    description = "Show the verdict on a holder and a target with the evidence behind it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley explain Russia nato_troops_ukraine",
      "  parley explain \"European Union\" Ukraine --limit 5"
    })
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "HOLDER", description = "Who: a name, an alias or an id.")
  private String holder;

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "On whom or what: a name, an alias, an id, or an issue's id.")
  private String target;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Show the N surest pieces of evidence (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit " + limit + " should be 1 or more");
    }
    try (var tables = DuckDb.open(options.warehouseFolder())) {
      System.out.print(new Explanation(tables).of(holder, target, limit));
    }
    return 0;
  }
}
