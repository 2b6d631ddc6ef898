package org.parley.jobs.cooccur;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.parley.jobs.cli.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley compare}: what one slice of the articles names more than another does. */
@Command(
    name = "compare",
    description =
        "Compare who is named in two slices of the articles, as tab-separated rows: the log odds of"
            + " the first against the second, with interval and z.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley compare --first \"source = 'a.example'\" --second \"source = 'b.example'\"",
      "  parley compare --first \"month = '2025-08'\" --second \"month = '2025-07'\" --of pairs",
      "  parley compare --first \"text LIKE '%%border%%'\" --second \"text NOT LIKE '%%border%%'\""
    })
public final class CompareCommand implements Callable<Integer> {
  @Mixin private SessionOptions options;

  @Option(
      names = "--first",
      required = true,
      paramLabel = "CONDITION",
      description = "The articles of one slice: a condition on the articles table.")
  private String first;

  @Option(
      names = "--second",
      required = true,
      paramLabel = "CONDITION",
      description = "The articles of the other.")
  private String second;

  @Option(
      names = "--of",
      defaultValue = "entities",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CompareJob.Subject subject;

  @Option(
      names = "--context",
      defaultValue = "article",
      description =
          "Count each once in an article, or in a sentence: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}). Sentences of an article are not independent: z is too large.")
  private CompareJob.Context context;

  @Option(
      names = "--prior",
      defaultValue = "500",
      paramLabel = "N",
      description = "Sum of the prior counts (default: ${DEFAULT-VALUE}).")
  private double prior;

  @Option(
      names = "--least",
      defaultValue = "5",
      paramLabel = "N",
      description = "Windows in both slices that a row needs (default: ${DEFAULT-VALUE}).")
  private long least;

  @Option(
      names = "--top",
      defaultValue = "20",
      paramLabel = "N",
      description = "So many rows from either end (default: ${DEFAULT-VALUE}).")
  private int top;

  @Override
  public Integer call() {
    var config =
        new CompareJob.Config(
            options.warehouseFolder(), first, second, subject, context, prior, least);
    var rows = CompareJob.run(options.session("compare"), config);
    System.out.println(String.join("\t", rows.columns()));
    List<Row> all = rows.collectAsList();
    for (int i = 0; i < all.size(); i++) {
      if (i < top || i >= all.size() - top) {
        System.out.println(line(all.get(i)));
      }
    }
    return 0;
  }

  private static String line(Row row) {
    var cells = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object cell = row.get(i);
      cells.append(i == 0 ? "" : "\t");
      if (cell instanceof Double number) {
        cells.append(String.format(Locale.ROOT, "%.3f", number));
      } else if (cell != null) {
        cells.append(cell);
      }
    }
    return cells.toString();
  }
}
