package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.quote.QuoteExtractor;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.LearnedStances;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;
import org.parley.stance.ImpliedStances;
import org.parley.stance.Issues;
import org.parley.stance.StanceEvidence;
import org.parley.stance.StanceExtractor;

/** Reads SEESAW articles with all of Parley's parts and gives stances by the listed names. */
final class SeesawReader {
  private final Gazetteer gazetteer;
  private final Issues issues;
  private final DocumentResolver resolver;
  private final QuoteExtractor quotes;
  private final StanceExtractor extractor;
  private final ImpliedStances implied;
  private final Scorer scorer;

  SeesawReader(Scorer scorer) {
    this.scorer = scorer;
    var seeds = Seeds.bundled();
    gazetteer = Gazetteer.of(seeds);
    issues = Issues.load(seeds);
    resolver = new DocumentResolver(gazetteer);
    quotes = QuoteExtractor.of(seeds);
    extractor = StanceExtractor.of(seeds);
    implied = ImpliedStances.of(seeds);
  }

  /** A stance found, by the names that the article lists. */
  record Found(String sentence, String holder, String target, int polarity, double confidence) {
    boolean isOnPairOf(Found other) {
      return sentence.equals(other.sentence)
          && holder.equals(other.holder)
          && target.equals(other.target);
    }
  }

  /**
   * What an article shows.
   *
   * @param text its sentences
   * @param candidates its names, found in it
   * @param stances the stances whose holder and target are listed
   */
  record Reading(AnnotatedText text, Candidates candidates, List<Found> stances) {}

  /** The article's text and the listed names in it. */
  Candidates candidates(SeesawArticle article, AnnotatedText text) {
    return new Candidates(
        article.names(), text, resolver.resolve(text, article.day()), gazetteer, issues);
  }

  Reading read(SeesawArticle article) {
    var text = Pipeline.shared().annotate(article.text());
    var candidates = candidates(article, text);
    var resolution = candidates.resolution();
    var quotations = quotes.extract(text, resolution);
    var rows =
        new ArrayList<>(
            scorer.revise(text, resolution, extractor.extract(text, resolution, quotations)));
    rows.addAll(implied.extract(text, resolution, quotations, List.copyOf(rows)));
    if (scorer == Scorer.LEARNED) {
      rows.addAll(
          new LearnedStances(LearnedScorer.shared()).extract(text, resolution, List.copyOf(rows)));
    }
    return new Reading(text, candidates, byNames(article, text, candidates, rows));
  }

  /** The stances whose holder and target are listed, one a sentence and pair. */
  static List<Found> byNames(
      SeesawArticle article, AnnotatedText text, Candidates candidates, List<StanceEvidence> rows) {
    var found = new ArrayList<Found>();
    for (var row : rows) {
      var holder = candidates.name(row.holderId());
      var target = candidates.name(row.targetId());
      if (holder.isPresent() && target.isPresent() && !holder.equals(target)) {
        int begin = text.sentences().get(row.sentence()).begin();
        String sentence = article.ids().get(article.sentenceAt(begin));
        var stance =
            new Found(sentence, holder.get(), target.get(), row.polarity(), row.confidence());
        boolean stated = found.stream().anyMatch(stance::isOnPairOf);
        if (!stated) {
          found.add(stance);
        }
      }
    }
    return found;
  }
}
