package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.nlp.Pipeline;
import org.parley.quote.QuoteExtractor;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.Scorer;
import org.parley.scorer.StanceInput;
import org.parley.seed.Seeds;
import org.parley.stance.StanceEvidence;
import org.parley.stance.StanceExtractor;

/**
 * Directed stance between two given names in a sentence (DSE, Park et al. 2021): 0 neither, 1 p for
 * q, 2 q for p, 3 p against q, 4 q against p. Tab-separated: sentence with both names in brackets,
 * p, q, label.
 */
final class DirectedTask implements EvaluationTask {
  private static final String P = "p";
  private static final String Q = "q";

  /** So likely must a stance be that no rule found: of the pairs two in three show none. */
  private static final double SURE = 0.78;

  private final Scorer who;

  DirectedTask(Scorer who) {
    this.who = who;
  }

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var seeds = Seeds.bundled();
    var extractor = StanceExtractor.of(seeds);
    var quotes = QuoteExtractor.of(seeds);
    var expected = new ArrayList<Integer>();
    var predicted = new ArrayList<Integer>();
    var lines = GoldFile.lines(gold);
    for (int row = 0; row < lines.size(); row++) {
      String[] cells = lines.get(row).split("\t", -1);
      if (cells.length != 4 || !cells[3].strip().matches("[0-4]")) {
        throw new IllegalArgumentException(
            gold + " line " + (row + 1) + ": expected sentence, p, q and a label from 0 to 4");
      }
      var sentence = sentence(cells);
      int label = label(sentence, extractor, quotes);
      if (who == Scorer.LEARNED && label == 0 && sentence.spans().size() == 2) {
        label = learned(sentence);
      }
      predictions.row(row, label);
      predicted.add(label);
      expected.add(Integer.valueOf(cells[3].strip()));
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("micro_f1", Agreement.accuracy(expected, predicted));
    metrics.put("macro_f1", Agreement.macroF1(expected, predicted));
    metrics.put("gold", expected.size());
    return metrics;
  }

  /** Takes the brackets off and notes where the names were. */
  private static MarkedSentence sentence(String[] cells) {
    var text = new StringBuilder();
    var spans = new LinkedHashMap<String, int[]>();
    String marked = cells[0];
    int at = 0;
    for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
      int close = marked.indexOf(']', open);
      String name = close < 0 ? "" : marked.substring(open + 1, close);
      String id =
          name.equals(cells[1]) && !spans.containsKey(P) ? P : name.equals(cells[2]) ? Q : null;
      if (id == null || spans.containsKey(id)) {
        text.append(marked, at, open + 1);
        at = open + 1;
      } else {
        text.append(marked, at, open);
        spans.put(id, new int[] {text.length(), text.length() + name.length()});
        text.append(name);
        at = close + 1;
      }
    }
    text.append(marked.substring(at));
    return new MarkedSentence(text.toString(), spans);
  }

  /** The surer of what the learned scorer says of p towards q and of q towards p. */
  private static int learned(MarkedSentence sentence) {
    int[] p = sentence.spans().get(P);
    int[] q = sentence.spans().get(Q);
    int label = 0;
    double best = 0;
    for (int direction = 1; direction <= 2; direction++) {
      int[] holder = direction == 1 ? p : q;
      int[] target = direction == 1 ? q : p;
      var input =
          StanceInput.of(
              sentence.text(),
              new StanceInput.Place(target[0], target[1]),
              new StanceInput.Place(holder[0], holder[1]));
      var answer = LearnedScorer.shared().answer(input);
      int polarity = answer.sure(SURE);
      if (polarity != 0 && answer.stance().of(polarity) > best) {
        best = answer.stance().of(polarity);
        label = polarity > 0 ? direction : direction + 2;
      }
    }
    return label;
  }

  private static int label(
      MarkedSentence sentence, StanceExtractor extractor, QuoteExtractor quotes) {
    if (sentence.spans().size() < 2) {
      return 0;
    }
    var text = Pipeline.shared().annotate(sentence.sectioned());
    var resolution = sentence.resolution(text);
    StanceEvidence best = null;
    for (var row : extractor.extract(text, resolution, quotes.extract(text, resolution))) {
      boolean pair =
          (row.holderId().equals(P) && row.targetId().equals(Q))
              || (row.holderId().equals(Q) && row.targetId().equals(P));
      if (pair && row.polarity() != 0 && (best == null || row.confidence() > best.confidence())) {
        best = row;
      }
    }
    if (best == null) {
      return 0;
    }
    int direction = best.holderId().equals(P) ? 1 : 2;
    return best.polarity() > 0 ? direction : direction + 2;
  }
}
