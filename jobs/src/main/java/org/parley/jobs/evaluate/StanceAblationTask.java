package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.jobs.evaluate.SeesawReader.Found;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;
import org.parley.stance.Issues;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;
import org.parley.stance.StanceExtractor;

/**
 * What each layer adds to finding who is for or against whom in SEESAW: the same figures for each.
 */
final class StanceAblationTask implements EvaluationTask {
  /** The layers, each with those before it but for the first two, which stand alone. */
  private enum Layer {
    /** The first name of a sentence is against every later one. */
    MAJORITY,
    /** The polar verb between two neighbouring names says how the first stands to the second. */
    NEAREST_VERB,
    /** Frames of the lexicon with their slots in the parse; names alone. */
    ROLES,
    /** Negation, implicatives, modality and the like. */
    OPERATORS,
    /** Quotations, roles, pronouns and the tone of a speaker's words. */
    QUOTATIONS,
    /** The learned scorer. */
    LEARNED
  }

  private final Lexicon lexicon = Lexicon.load(Seeds.bundled());
  private final Issues issues = Issues.load(Seeds.bundled());
  private final PolarityScorer words = new PolarityScorer(lexicon);

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var articles = new ArrayList<SeesawArticle>();
    for (var node : GoldFile.jsonLines(gold)) {
      articles.add(SeesawArticle.of(node));
    }
    var expected = new LinkedHashSet<StanceTriplesTask.Triple>();
    articles.forEach(article -> expected.addAll(StanceTriplesTask.gold(article)));
    var metrics = new LinkedHashMap<String, Object>();
    for (Layer layer : Layer.values()) {
      var reader = new SeesawReader(layer == Layer.LEARNED ? Scorer.LEARNED : Scorer.RULES);
      var predicted = new LinkedHashSet<StanceTriplesTask.Triple>();
      for (var article : articles) {
        for (var found : found(layer, reader, article)) {
          if (found.polarity() != 0) {
            predicted.add(
                new StanceTriplesTask.Triple(
                    article.id(),
                    found.sentence(),
                    found.holder(),
                    found.target(),
                    found.polarity()));
          }
        }
      }
      metrics.put(
          layer.name().toLowerCase(java.util.Locale.ROOT),
          StanceTriplesTask.metrics(expected, predicted));
    }
    return metrics;
  }

  private List<Found> found(Layer layer, SeesawReader reader, SeesawArticle article) {
    if (layer == Layer.QUOTATIONS || layer == Layer.LEARNED) {
      return reader.read(article).stances();
    }
    var text = Pipeline.shared().annotate(article.text());
    var candidates = reader.candidates(article, text);
    return switch (layer) {
      case ROLES -> rules(lexicon.withoutOperators(), article, text, candidates);
      case OPERATORS -> rules(lexicon, article, text, candidates);
      default -> neighbours(layer, article, text, candidates);
    };
  }

  /** The rules on names alone. */
  private List<Found> rules(
      Lexicon frames, SeesawArticle article, AnnotatedText text, Candidates candidates) {
    var all = candidates.resolution();
    var names =
        new Resolution(
            all.mentions().stream().filter(m -> m.kind() == Mention.Kind.NAME).toList(),
            all.entities());
    var rows = new StanceExtractor(frames, issues, id -> id).extract(text, names, List.of());
    return SeesawReader.byNames(article, text, candidates, rows);
  }

  /** Pairs of listed names by their order in the sentence. */
  private List<Found> neighbours(
      Layer layer, SeesawArticle article, AnnotatedText text, Candidates candidates) {
    record Place(String name, int first, int last) {}
    var found = new ArrayList<Found>();
    for (var sentence : text.sentences()) {
      var places = new ArrayList<Place>();
      for (String name : article.names()) {
        var tokens = candidates.heads(sentence, name);
        if (!tokens.isEmpty()) {
          places.add(new Place(name, tokens.get(0), tokens.get(tokens.size() - 1)));
        }
      }
      places.sort(java.util.Comparator.comparingInt(Place::first));
      String id = article.ids().get(article.sentenceAt(sentence.begin()));
      for (int i = 1; i < places.size(); i++) {
        var holder = places.get(layer == Layer.MAJORITY ? 0 : i - 1);
        var target = places.get(i);
        int polarity =
            layer == Layer.MAJORITY
                ? -1
                : sentence.parsed()
                    ? words.verbBetween(sentence, holder.first(), target.first())
                    : 0;
        found.add(new Found(id, holder.name(), target.name(), polarity, 1));
      }
    }
    return found;
  }
}
