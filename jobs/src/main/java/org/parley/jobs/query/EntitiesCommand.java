package org.parley.jobs.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley entities}: who was found, and which decisions about it a person should look at. */
@Command(
    name = "entities",
    description = "List who was found, or the decisions that are least sure and matter most.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley entities --limit 20",
      "  parley entities --ambiguous                 mentions x uncertainty, the most first",
      "  parley entities --ambiguous --format csv > look.csv",
      "  parley entities --pairs judged.csv          how often both are one as they should",
      "  parley entities --sample metonym            50 mentions of one rule, to read and judge"
    })
public final class EntitiesCommand implements Callable<Integer> {
  private static final String MOST_MENTIONED =
      """
      SELECT entity_id, name, type, wikidata_id, mention_count, article_count, outlet_count
      FROM entities ORDER BY mention_count DESC, entity_id LIMIT %d
      """;

  /**
   * A form and one entity that it stands for: the doubt is the mean of what the rules leave open,
   * or the share of the form's mentions that stand for others where that is more.
   */
  private static final String AMBIGUOUS =
      """
      WITH decisions AS (
        SELECT alias, entity_id, sum("count") AS mentions,
               1 - sum("count" * mean_confidence) / sum("count") AS left_open,
               string_agg(rule, ' ' ORDER BY "count" DESC, rule) AS rules
        FROM entity_aliases
        WHERE NOT regexp_matches(rule, '^pronoun|[+](same|different|add)')
        GROUP BY alias, entity_id),
      readings AS (
        SELECT *, sum(mentions) OVER (PARTITION BY alias) AS of_alias,
               count(*) OVER (PARTITION BY alias) AS entities,
               first_value(entity_id) OVER (PARTITION BY alias ORDER BY mentions DESC, entity_id)
                 AS usual
        FROM decisions)
      SELECT alias, entity_id, mentions,
             round(greatest(left_open, 1 - mentions / of_alias), 2) AS doubt,
             round(mentions * greatest(left_open, 1 - mentions / of_alias), 1) AS weight,
             CASE WHEN usual <> entity_id THEN usual END AS more_often, entities, rules
      FROM readings
      ORDER BY weight DESC, alias, entity_id LIMIT %d
      """;

  @Option(
      names = "--ambiguous",
      description =
          "The forms whose entity is least sure, by mentions x uncertainty: where an hour with"
              + " --overrides counts.")
  private boolean ambiguous;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "Hold the entities against pairs of mentions that a person has judged: CSV with article_a,"
              + " begin_a, end_a, article_b, begin_b, end_b, same (yes or no).")
  private Path pairs;

  @Option(
      names = "--sample",
      paramLabel = "RULE",
      description =
          "Mentions of one rule, drawn by a hash of their place, with the words around them: to be"
              + " read by a person who wants to know how often the rule is right.")
  private String rule;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  @Mixin private SessionOptions options;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit " + limit + ": expected at least 1");
    }
    try (SqlEngine tables = DuckDb.open(options.warehouseFolder())) {
      print(tables, System.out);
    }
    return 0;
  }

  private void print(SqlEngine tables, Appendable out) throws IOException {
    format.print(answer(tables), out);
  }

  private Answer answer(SqlEngine tables) {
    if (pairs != null) {
      return new JudgedPairs(tables).compare(pairs);
    }
    if (rule != null) {
      return new MentionSample(tables).draw(rule, limit);
    }
    return tables.query(String.format(ambiguous ? AMBIGUOUS : MOST_MENTIONED, limit));
  }
}
