package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.seed.Seeds;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;

/**
 * For or against, in SEESAW, where sentence, holder and target are given: what the rules say of the
 * pair in the sentence, or else the polar words around the target, or else what the rules say of
 * the pair elsewhere in the article, or else the more frequent answer of news, against.
 */
final class StancePolarityTask implements EvaluationTask {
  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var reader = new SeesawReader();
    var scorer = new PolarityScorer(Lexicon.load(Seeds.bundled()));
    var expected = new ArrayList<Integer>();
    var predicted = new ArrayList<Integer>();
    for (var node : GoldFile.jsonLines(gold)) {
      var article = SeesawArticle.of(node);
      var reading = reader.read(article);
      for (var stance : article.stances()) {
        int polarity = polarity(article, reading, scorer, stance);
        expected.add(stance.polarity());
        predicted.add(polarity);
        predictions.row(
            article.id(),
            stance.sentence(),
            stance.holder(),
            stance.target(),
            polarity > 0 ? "POS" : "NEG");
      }
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("micro_f1", Agreement.accuracy(expected, predicted));
    metrics.put("macro_f1", Agreement.macroF1(expected, predicted));
    metrics.put("gold", expected.size());
    return metrics;
  }

  private static int polarity(
      SeesawArticle article,
      SeesawReader.Reading reading,
      PolarityScorer scorer,
      SeesawArticle.Gold stance) {
    double here = 0;
    double elsewhere = 0;
    for (var found : reading.stances()) {
      if (found.holder().equals(stance.holder()) && found.target().equals(stance.target())) {
        double value = found.polarity() * found.confidence();
        if (found.sentence().equals(stance.sentence())) {
          here += value;
        } else {
          elsewhere += value;
        }
      }
    }
    if (here != 0) {
      return here > 0 ? 1 : -1;
    }
    double tone = elsewhere + tone(article, reading, scorer, stance);
    return tone > 0 ? 1 : -1;
  }

  private static double tone(
      SeesawArticle article,
      SeesawReader.Reading reading,
      PolarityScorer scorer,
      SeesawArticle.Gold stance) {
    int place = article.ids().indexOf(stance.sentence());
    int begin = article.begins().get(place);
    int end = article.end(place);
    double sum = 0;
    for (var sentence : reading.text().sentences()) {
      if (sentence.begin() < end && begin < sentence.end()) {
        sum += scorer.score(sentence, reading.candidates().heads(sentence, stance.target()));
      }
    }
    return sum;
  }
}
