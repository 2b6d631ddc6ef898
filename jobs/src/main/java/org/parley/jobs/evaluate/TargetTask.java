package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.nlp.Pipeline;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.Scorer;
import org.parley.scorer.StanceInput;
import org.parley.seed.Seeds;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;

/**
 * How a sentence speaks of a given target (NewsMTSC, Hamborg and Donnay 2021): -1, 0 or 1. Reads
 * both forms of the data: a target to a line, or a sentence with its targets, labelled 2, 4 or 6.
 */
final class TargetTask implements EvaluationTask {
  private final Scorer who;

  /**
   * The task.
   *
   * @param who answers: the lexicon of the rules, or the learned scorer
   */
  TargetTask(Scorer who) {
    this.who = who;
  }

  /** Below this the polar words are too few or too far. */
  private static final double FAINT = 0.3;

  /** What polar words weigh beside the logarithms of the learned scorer, and most they count. */
  private static final double WORDS = 0.3;

  private static final double MOST = 2;

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    Answering scorer = who == Scorer.RULES ? rules() : learned();
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
      Answering scorer,
      String text,
      JsonNode target,
      int label,
      List<Integer> expected,
      List<Integer> predicted,
      Predictions predictions) {
    int[] span = {target.path("from").asInt(), target.path("to").asInt()};
    int found = scorer.polarity(text, span);
    predictions.row(expected.size(), found);
    expected.add(label);
    predicted.add(found);
  }

  /** Says how a sentence speaks of what stands at a place. */
  private interface Answering {
    int polarity(String sentence, int[] place);
  }

  private static Answering learned() {
    var words = new PolarityScorer(Lexicon.load(Seeds.bundled()));
    return (text, place) -> {
      var input = StanceInput.of(text, new StanceInput.Place(place[0], place[1]));
      double tone = Math.max(-MOST, Math.min(MOST, tone(words, text, place)));
      return LearnedScorer.shared().answer(input).sentiment().leaning(WORDS * tone).polarity();
    };
  }

  private static Answering rules() {
    var words = new PolarityScorer(Lexicon.load(Seeds.bundled()));
    return (text, place) -> {
      double tone = tone(words, text, place);
      return tone > FAINT ? 1 : tone < -FAINT ? -1 : 0;
    };
  }

  private static double tone(PolarityScorer words, String text, int[] place) {
    var marked = new MarkedSentence(text, Map.of("target", place));
    double tone = 0;
    for (var sentence : Pipeline.shared().annotate(marked.sectioned()).sentences()) {
      var tokens = marked.tokens(sentence, "target");
      if (!tokens.isEmpty()) {
        tone += words.score(sentence, tokens);
      }
    }
    return tone;
  }
}
