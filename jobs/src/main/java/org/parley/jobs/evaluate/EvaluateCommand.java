package org.parley.jobs.evaluate;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley evaluate}: measures Parley against gold data, one JSON object on the last line. */
@Command(
    name = "evaluate",
    description =
        "Measure against gold data: quotes, stance-triples, stance-polarity, directed, target, own,"
            + " ner, html, article, linking.")
public final class EvaluateCommand implements Callable<Integer> {
  private final Map<String, EvaluationTask> tasks =
      new TreeMap<>(
          Map.ofEntries(
              entry("article", new ArticleTask()),
              entry("directed", new DirectedTask()),
              entry("html", new HtmlTask()),
              entry("linking", new LinkingTask(null)),
              entry("ner", new NerTask()),
              entry("own", new OwnTask()),
              entry("quotes", new QuotesTask()),
              entry("stance-polarity", new StancePolarityTask()),
              entry("stance-triples", new StanceTriplesTask()),
              entry("target", new TargetTask())));

  @Parameters(paramLabel = "TASK", description = "What to measure.")
  private String task;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "The gold data, gzipped or not.")
  private Path gold;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Write what was predicted, as tab-separated rows.")
  private Path predictions;

  @Option(
      names = "--dictionary",
      paramLabel = "NAME",
      description = "For linking: wikidict, or the path of its jar.")
  private String dictionary;

  @Override
  public Integer call() throws IOException {
    if (dictionary != null) {
      tasks.put("linking", new LinkingTask(dictionary));
    }
    var evaluation = tasks.get(task);
    if (evaluation == null) {
      throw new IllegalArgumentException(
          "there is no task " + task + "; the tasks are " + String.join(", ", tasks.keySet()));
    }
    try (Writer out =
        predictions == null ? Writer.nullWriter() : Files.newBufferedWriter(predictions)) {
      System.out.println(
          new ObjectMapper().writeValueAsString(evaluation.evaluate(gold, new Predictions(out))));
    }
    return 0;
  }
}
