package org.parley.jobs.query;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.stance.IssuesOption;
import org.parley.stance.Issues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley issues}: what stances are sought for, and what else is disputed in the corpus. */
@Command(
    name = "issues",
    description = "List the issues with their evidence, or propose new ones from open targets.")
public final class IssuesCommand implements Callable<Integer> {
  @Option(
      names = "--suggest",
      description =
          "Propose issues from what holders take sides on and no issue covers, as YAML for"
              + " --issues.")
  private boolean suggest;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--min-texts",
      paramLabel = "N",
      defaultValue = "2",
      description = "Propose only what N independent texts dispute (default: ${DEFAULT-VALUE}).")
  private int texts;

  @Mixin private IssuesOption issues;
  @Mixin private SessionOptions options;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit " + limit + ": expected at least 1");
    }
    var known = Issues.load(issues.added(options.seeds()));
    try (var tables = DuckDb.open(options.warehouseFolder())) {
      var list = new IssueList(tables, known);
      System.out.print(suggest ? list.suggestions(limit, texts) : list.known(limit));
    }
    return 0;
  }
}
