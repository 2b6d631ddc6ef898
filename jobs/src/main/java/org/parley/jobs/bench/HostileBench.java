package org.parley.jobs.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parley.ArticleAnalyzer;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Times the annotation and the analysis of hostile texts, one after the other. */
@Command(
    name = "bench-hostile",
    hidden = true,
    description = "Time texts that no newsroom wrote against the limits.")
public final class HostileBench implements Callable<Integer> {
  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;

  @Override
  public Integer call() throws JsonProcessingException {
    var options = annotation.pipelineOptions(session.seeds());
    var pipeline = new Pipeline(options);
    var analyzer = ArticleAnalyzer.of(session.seeds());
    Pipeline.load();
    double slowest = 0;
    double slowestAnalysis = 0;
    int lost = 0;
    var texts = HostileTexts.all();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      long start = System.nanoTime();
      Outcome outcome = pipeline.run(oneParagraph(text.getValue()));
      long annotated = System.nanoTime();
      if (outcome instanceof Outcome.Annotated done) {
        analyzer.analyze(done.text(), null);
      } else {
        lost++;
      }
      double seconds = (annotated - start) / 1e9;
      double analysis = (System.nanoTime() - annotated) / 1e9;
      slowest = Math.max(slowest, seconds);
      slowestAnalysis = Math.max(slowestAnalysis, analysis);
      System.out.printf(
          "%-28s %,9d characters %,7d tokens %6.1f s, analysed in %5.1f s: %s %s%n",
          text.getKey(),
          text.getValue().length(),
          outcome.tokenCount(),
          seconds,
          analysis,
          outcome.status().label(),
          outcome.reason());
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("texts", texts.size());
    figures.put("lost", lost);
    figures.put("slowest_seconds", Math.round(slowest * 10) / 10.0);
    figures.put("slowest_analysis_seconds", Math.round(slowestAnalysis * 10) / 10.0);
    figures.put("limit_seconds", options.maxSeconds());
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    return 0;
  }

  /** A text that ingest found no paragraphs in, as whole as it comes. */
  static SectionedText oneParagraph(String text) {
    return new SectionedText(text, List.of(new Paragraph(0, text.length(), Section.BODY)));
  }
}
