package org.parley.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.Analysis;
import org.parley.ArticleAnalyzer;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.annotate.AnnotationRows;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.scorer.Scorer;
import org.parley.text.SectionedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Weighs the learned scorer, which is asked for each piece of evidence whose sentence names holder
 * and target, against the annotation of the same articles: processor time of one thread.
 */
@Command(
    name = "bench-scorer",
    hidden = true,
    description = "Weigh the learned scorer against the annotation of the same articles.")
public final class ScorerBench implements Callable<Integer> {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;
  @Mixin private BenchArticles articles;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      measure(folder);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws IOException {
    var sample = articles.sample(session.session("bench scorer"), folder);
    var pipeline = new Pipeline(annotation.pipelineOptions(session.seeds()));
    var analyzer = ArticleAnalyzer.of(session.seeds());
    weigh(texts(sample.first()), pipeline, analyzer);
    var cost = weigh(texts(sample.articles()), pipeline, analyzer);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("articles", cost.articles);
    figures.put("tokens", cost.tokens);
    figures.put("evidence", cost.evidence);
    figures.put("annotate_cpu_seconds", rounded(cost.annotate / 1e9));
    figures.put("scorer_cpu_seconds", rounded(cost.score / 1e9));
    figures.put("percent_of_annotate", rounded(100.0 * cost.score / cost.annotate));
    System.out.println(new ObjectMapper().writeValueAsString(figures));
  }

  private static List<SectionedText> texts(Warehouse warehouse) {
    return warehouse.read(Table.ARTICLES).collectAsList().stream()
        .map(AnnotationRows::sectionedText)
        .toList();
  }

  /** What articles cost, in nanoseconds of the processor. */
  private static final class Cost {
    private int articles;
    private long tokens;
    private long evidence;
    private long annotate;
    private long score;
  }

  private Cost weigh(List<SectionedText> texts, Pipeline pipeline, ArticleAnalyzer analyzer) {
    var cost = new Cost();
    for (var text : texts) {
      long start = threads.getCurrentThreadCpuTime();
      Outcome outcome = pipeline.run(text);
      cost.annotate += threads.getCurrentThreadCpuTime() - start;
      if (outcome instanceof Outcome.Annotated done) {
        Analysis analysis = analyzer.analyze(done.text(), null);
        cost.articles++;
        cost.tokens += outcome.tokenCount();
        cost.evidence += analysis.evidence().size();
        start = threads.getCurrentThreadCpuTime();
        Scorer.LEARNED.revise(analysis.annotated(), analysis.resolution(), analysis.evidence());
        cost.score += threads.getCurrentThreadCpuTime() - start;
      }
    }
    return cost;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
