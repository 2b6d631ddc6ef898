package org.parley.jobs;

import java.util.List;
import picocli.CommandLine;

/** Commands as a user would type them, shown at the end of each command's help. */
final class Examples {
  private Examples() {}

  /** Adds them to a command line's commands. */
  static CommandLine addTo(CommandLine parley) {
    parley
        .getSubcommands()
        .forEach(
            (name, command) -> {
              var examples = of(name);
              if (!examples.isEmpty()) {
                command
                    .getCommandSpec()
                    .usageMessage()
                    .footerHeading("%nExamples:%n")
                    .footer(examples.stream().map(line -> "  " + line).toArray(String[]::new));
              }
            });
    return parley;
  }

  /** The examples of a command; each is a whole command line. */
  static List<String> of(String command) {
    return switch (command) {
      case "run" ->
          List.of(
              "parley run --input articles.jsonl.gz",
              "parley run --input crawl/ --warehouse tables --sample 200",
              "parley run --input export.csv --column text=article_body --column published_at=day",
              "parley run --from resolve --seeds my-seeds");
      case "ingest" ->
          List.of(
              "parley ingest --input crawl/ --warehouse tables",
              "parley ingest --input texts/ --cleaning none");
      case "annotate" ->
          List.of(
              "parley annotate --warehouse tables",
              "parley annotate --warehouse tables --parse selected");
      case "resolve", "cooccur", "stance", "report" ->
          List.of("parley " + command + " --warehouse tables");
      case "export" ->
          List.of(
              "parley export --output out",
              "parley export --output out --format gexf,dna,citation");
      case "sql" ->
          List.of(
              "parley sql",
              "parley sql \"SELECT name, article_count FROM entities ORDER BY 2 DESC LIMIT 10\"",
              "parley sql --file notebooks/queries/01_who_opposes_nato_membership.sql",
              "parley sql --format csv \"FROM stance_stats\"",
              "parley sql --engine spark --warehouse hdfs:///tables \"SELECT count(*) FROM articles\"");
      case "issues" ->
          List.of(
              "parley issues",
              "parley issues --suggest --limit 10",
              "parley issues --warehouse tables --issues mine.yaml");
      case "describe" ->
          List.of(
              "parley describe",
              "parley describe stance_stats",
              "parley describe --ddl trino --warehouse s3://bucket/tables");
      case "evaluate" -> List.of("parley evaluate quotes --gold polnear-dev.jsonl.gz");
      case "doctor" -> List.of("parley doctor", "parley doctor --warehouse tables");
      default -> List.of();
    };
  }
}
