package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;

/**
 * How a sentence speaks of a given target (NewsMTSC, Hamborg and Donnay 2021): -1, 0 or 1. Reads
 * both forms of the data: a target to a line, or a sentence with its targets, labelled 2, 4 or 6.
 */
final class TargetTask implements EvaluationTask {
  /** Below this the polar words are too few or too far. */
  private static final double FAINT = 0.3;

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var scorer = new PolarityScorer(Lexicon.load(Seeds.bundled()));
    var expected = new ArrayList<Integer>();
    var predicted = new ArrayList<Integer>();
    for (JsonNode node : GoldFile.jsonLines(gold)) {
      if (node.has("targets")) {
        for (JsonNode target : node.path("targets")) {
          String sentence = node.path("sentence_normalized").asText();
          int label = (target.path("polarity").asInt() - 4) / 2;
          row(scorer, sentence, target, label, expected, predicted, predictions);
        }
      } else {
        String sentence = node.path("sentence").asText();
        row(
            scorer,
            sentence,
            node,
            node.path("polarity").asInt(),
            expected,
            predicted,
            predictions);
      }
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("macro_f1", Agreement.macroF1(expected, predicted));
    metrics.put("accuracy", Agreement.accuracy(expected, predicted));
    metrics.put("gold", expected.size());
    return metrics;
  }

  private static void row(
      PolarityScorer scorer,
      String text,
      JsonNode target,
      int label,
      List<Integer> expected,
      List<Integer> predicted,
      Predictions predictions) {
    int[] span = {target.path("from").asInt(), target.path("to").asInt()};
    var marked = new MarkedSentence(text, Map.of("target", span));
    double tone = 0;
    for (var sentence : Pipeline.shared().annotate(marked.sectioned()).sentences()) {
      var tokens = marked.tokens(sentence, "target");
      if (!tokens.isEmpty()) {
        tone += scorer.score(sentence, tokens);
      }
    }
    int found = tone > FAINT ? 1 : tone < -FAINT ? -1 : 0;
    predictions.row(expected.size(), found);
    expected.add(label);
    predicted.add(found);
  }
}
