package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.scorer.Scorer;

/**
 * Holder, target and polarity in the sentences of SEESAW, among the names that each article lists.
 */
final class StanceTriplesTask implements EvaluationTask {
  private final Scorer scorer;

  StanceTriplesTask(Scorer scorer) {
    this.scorer = scorer;
  }

  /** Who is for (1) or against (-1) whom, in which sentence of which article. */
  record Triple(String article, String sentence, String holder, String target, int polarity) {
    Triple inArticle() {
      return new Triple(article, "", holder, target, polarity);
    }

    List<String> pair() {
      return List.of(article, sentence, holder, target);
    }

    List<String> reverse() {
      return List.of(article, sentence, target, holder);
    }
  }

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var expected = new LinkedHashSet<Triple>();
    var predicted = new LinkedHashMap<Triple, Double>();
    var reader = new SeesawReader(scorer);
    for (var node : GoldFile.jsonLines(gold)) {
      var article = SeesawArticle.of(node);
      expected.addAll(gold(article));
      for (var found : reader.read(article).stances()) {
        if (found.polarity() != 0) {
          predicted.merge(
              new Triple(
                  article.id(), found.sentence(), found.holder(), found.target(), found.polarity()),
              found.confidence(),
              Math::max);
        }
      }
    }
    predicted.forEach(
        (t, confidence) ->
            predictions.row(
                t.article(), t.sentence(), t.holder(), t.target(), t.polarity(), confidence));
    return metrics(expected, predicted.keySet());
  }

  /** What the annotators found in an article. */
  static List<Triple> gold(SeesawArticle article) {
    return article.stances().stream()
        .map(
            stance ->
                new Triple(
                    article.id(),
                    stance.sentence(),
                    stance.holder(),
                    stance.target(),
                    stance.polarity()))
        .toList();
  }

  static Map<String, Object> metrics(Set<Triple> expected, Set<Triple> predicted) {
    var metrics = new LinkedHashMap<String, Object>();
    var sentence = Agreement.of(expected, predicted);
    metrics.put("sentence_f1", sentence.f1());
    var article =
        Agreement.of(
            expected.stream().map(Triple::inArticle).collect(Collectors.toSet()),
            predicted.stream().map(Triple::inArticle).collect(Collectors.toSet()));
    metrics.put("article_f1", article.f1());
    var pairs = new HashMap<List<String>, Boolean>();
    var gold = expected.stream().map(Triple::pair).collect(Collectors.toSet());
    for (Triple triple : predicted) {
      boolean right = gold.contains(triple.pair());
      if (right || gold.contains(triple.reverse())) {
        pairs.put(triple.pair(), right);
      }
    }
    long right = pairs.values().stream().filter(value -> value).count();
    metrics.put("direction_accuracy", Agreement.percent(right, pairs.size()));
    metrics.put("sentence_precision", sentence.precision());
    metrics.put("sentence_recall", sentence.recall());
    metrics.put("article_precision", article.precision());
    metrics.put("article_recall", article.recall());
    metrics.put("gold", expected.size());
    metrics.put("predicted", predicted.size());
    return metrics;
  }
}
