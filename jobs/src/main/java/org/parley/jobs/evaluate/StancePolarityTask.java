package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.Scorer;
import org.parley.scorer.StanceInput;
import org.parley.seed.Seeds;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;

/**
 * For or against, in SEESAW, where sentence, holder and target are given: what the rules say of the
 * pair in the sentence, or else the polar words around the target, or else what the rules say of
 * the pair elsewhere in the article, or else the more frequent answer of news, against.
 */
final class StancePolarityTask implements EvaluationTask {
  /** What rules and polar words weigh beside the logarithms of the learned scorer. */
  private static final double STATED = 1.5;

  private final Scorer who;

  StancePolarityTask(Scorer who) {
    this.who = who;
  }

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var reader = new SeesawReader(Scorer.RULES);
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

  private int polarity(
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
    if (who == Scorer.LEARNED) {
      double sum =
          lean(article, reading, stance)
              + STATED * here
              + elsewhere
              + tone(article, reading, scorer, stance);
      return sum > 0 ? 1 : -1;
    }
    if (here != 0) {
      return here > 0 ? 1 : -1;
    }
    double tone = elsewhere + tone(article, reading, scorer, stance);
    return tone > 0 ? 1 : -1;
  }

  /** What the learned scorer says of the target alone, and of holder and target together. */
  private static double lean(
      SeesawArticle article, SeesawReader.Reading reading, SeesawArticle.Gold stance) {
    int place = article.ids().indexOf(stance.sentence());
    int begin = article.begins().get(place);
    int end = article.end(place);
    String sentence = article.text().text().substring(begin, end);
    var target = reading.candidates().places(stance.target(), begin, end);
    var holder = reading.candidates().places(stance.holder(), begin, end);
    var scorer = LearnedScorer.shared();
    var alone = scorer.answer(new StanceInput(sentence, target, List.of()));
    var together = scorer.answer(new StanceInput(sentence, target, holder));
    return alone.sentiment().lean() + together.sentiment().lean() + together.stance().lean();
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
