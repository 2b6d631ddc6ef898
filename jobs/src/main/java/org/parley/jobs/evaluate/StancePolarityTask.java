package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.scorer.Scorer;

/** For or against, in SEESAW, where sentence, holder and target are given. */
final class StancePolarityTask implements EvaluationTask {
  private final Scorer who;

  StancePolarityTask(Scorer who) {
    this.who = who;
  }

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var reader = new SeesawReader(Scorer.RULES);
    var polarities = new GivenPairs(who);
    var expected = new ArrayList<Integer>();
    var predicted = new ArrayList<Integer>();
    for (var node : GoldFile.jsonLines(gold)) {
      var article = SeesawArticle.of(node);
      var found = polarities.of(article, reader.read(article));
      for (int i = 0; i < found.size(); i++) {
        var stance = article.stances().get(i);
        expected.add(stance.polarity());
        predicted.add(found.get(i));
        predictions.row(
            article.id(),
            stance.sentence(),
            stance.holder(),
            stance.target(),
            found.get(i) > 0 ? "POS" : "NEG");
      }
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("micro_f1", Agreement.accuracy(expected, predicted));
    metrics.put("macro_f1", Agreement.macroF1(expected, predicted));
    metrics.put("gold", expected.size());
    return metrics;
  }
}
