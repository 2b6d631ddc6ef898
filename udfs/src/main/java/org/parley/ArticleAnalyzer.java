package org.parley;

import java.time.LocalDate;
import java.util.List;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.quote.Quotation;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;
import org.parley.stance.StanceExtractor;
import org.parley.text.SectionedText;

/** Analyses one article as the jobs do, without Spark. Safe for use by several threads. */
public final class ArticleAnalyzer {
  private final Gazetteer gazetteer;
  private final DocumentResolver resolver;
  private final QuoteExtractor quoteExtractor;
  private final StanceExtractor stanceExtractor;

  private ArticleAnalyzer(Seeds seeds) {
    gazetteer = Gazetteer.of(seeds);
    resolver = new DocumentResolver(gazetteer);
    quoteExtractor = QuoteExtractor.of(seeds);
    stanceExtractor = StanceExtractor.of(seeds);
  }

  /** An analyzer that starts from these facts. */
  public static ArticleAnalyzer of(Seeds seeds) {
    return new ArticleAnalyzer(seeds);
  }

  /** The entities that it knows before it has read anything. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * Annotates a text with CoreNLP and analyses it.
   *
   * @param text the text with its sections
   * @param publishedAt day of publication, which says who held an office, or null
   */
  public Analysis analyze(SectionedText text, LocalDate publishedAt) {
    return analyze(Pipeline.shared().annotate(text), publishedAt);
  }

  /** Analyses a text that has been annotated. */
  public Analysis analyze(AnnotatedText text, LocalDate publishedAt) {
    Resolution resolution = resolver.resolve(text, publishedAt);
    List<Quotation> quotations = quoteExtractor.extract(text, resolution);
    return new Analysis(
        text, resolution, quotations, stanceExtractor.extract(text, resolution, quotations));
  }
}
