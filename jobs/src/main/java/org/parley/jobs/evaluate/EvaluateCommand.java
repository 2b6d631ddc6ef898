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
import org.parley.scorer.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley evaluate}: measures Parley against gold data, one JSON object on the last line. */
@Command(
    name = "evaluate",
    description =
        "Measure against gold data: quotes, stance-triples, stance-polarity, stance-ablation,"
            + " directed, target, own, ner, html, article, linking, coref.")
public final class EvaluateCommand implements Callable<Integer> {
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
      description = "For linking and coref: wikidict, or the path of its jar.")
  private String dictionary;

  @Option(
      names = "--corenlp-classpath",
      paramLabel = "PATH",
      description =
          "For coref: CoreNLP with its models and all that it brings, to measure its statistical"
              + " coreference too; scripts/bench coref finds it.")
  private String coreNlp;

  @Option(
      names = "--scorer",
      paramLabel = "WHO",
      defaultValue = "LEARNED",
      description =
          "For directed, stance-polarity, stance-triples and target: rules, or learned, the rules"
              + " and a small encoder together (default: learned).")
  private Scorer scorer;

  private Map<String, EvaluationTask> tasks() {
    return new TreeMap<>(
        Map.ofEntries(
            entry("article", new ArticleTask()),
            entry("coref", new CorefTask(dictionary, coreNlp)),
            entry("directed", new DirectedTask(scorer)),
            entry("html", new HtmlTask()),
            entry("linking", new LinkingTask(dictionary)),
            entry("ner", new NerTask()),
            entry("own", new OwnTask()),
            entry("quotes", new QuotesTask()),
            entry("stance-ablation", new StanceAblationTask()),
            entry("stance-polarity", new StancePolarityTask(scorer)),
            entry("stance-triples", new StanceTriplesTask(scorer)),
            entry("target", new TargetTask(scorer))));
  }

  @Override
  public Integer call() throws IOException {
    var tasks = tasks();
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
