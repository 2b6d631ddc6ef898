package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;
import org.parley.stance.Issue;
import org.parley.stance.Issues;
import org.parley.stance.Lexicon;
import org.parley.stance.StanceEvidence;
import org.parley.stance.StanceExtractor;

/**
 * Holder, target and polarity in sentences written for the purpose ({@link LabelledSentence}), with
 * the places of both given: does anything hold between the two, in which direction, and of what
 * sign?
 */
final class OwnTask implements EvaluationTask {
  private static final String ISSUE = "target";

  /** What was found in one sentence: the polarity from holder to target, and the other way. */
  private record Found(int polarity, int reverse) {}

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var rows = LabelledSentence.read(gold);
    var lexicon = Lexicon.load(Seeds.bundled());
    var quotes = QuoteExtractor.of(Seeds.bundled());
    var found = new ArrayList<Found>();
    for (var row : rows) {
      var one = find(row, lexicon, quotes);
      predictions.row(row.id(), one.polarity(), one.reverse());
      found.add(one);
    }
    return metrics(rows, found);
  }

  private static Found find(LabelledSentence row, Lexicon lexicon, QuoteExtractor quotes) {
    var marked = row.marked();
    var text = Pipeline.shared().annotate(marked.sectioned());
    var resolution = marked.resolution(text);
    var issues = new Issues(row.issue() ? List.of(issue(marked, text)) : List.of());
    var extractor = new StanceExtractor(lexicon, issues, id -> id);
    StanceEvidence forward = null;
    StanceEvidence backward = null;
    for (var one : extractor.extract(text, resolution, quotes.extract(text, resolution))) {
      boolean named =
          one.targetId().equals(LabelledSentence.TARGET) || one.targetId().equals("issue:" + ISSUE);
      if (one.time() == StanceEvidence.Time.PAST) {
        continue;
      }
      if (one.holderId().equals(LabelledSentence.HOLDER) && named) {
        forward = surer(forward, one);
      } else if (one.targetId().equals(LabelledSentence.HOLDER)) {
        backward = surer(backward, one);
      }
    }
    return new Found(
        forward == null ? 0 : forward.polarity(), backward == null ? 0 : backward.polarity());
  }

  private static StanceEvidence surer(StanceEvidence a, StanceEvidence b) {
    return a == null || b.confidence() > a.confidence() ? b : a;
  }

  /** The target's own words as an issue. */
  private static Issue issue(MarkedSentence marked, AnnotatedText text) {
    var words = new ArrayList<String>();
    for (var sentence : text.sentences()) {
      for (int i : marked.tokens(sentence, LabelledSentence.TARGET)) {
        words.add(sentence.tokens().get(i).word());
      }
    }
    return new Issue(
        ISSUE,
        ISSUE,
        List.of(String.join(" ", words)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The metrics of sentences and what was found in them. */
  private static Map<String, Object> metrics(List<LabelledSentence> rows, List<Found> found) {
    var expected = new ArrayList<Integer>();
    var predicted = new ArrayList<Integer>();
    long said = 0;
    long right = 0;
    long polar = 0;
    long falsely = 0;
    long reversed = 0;
    var by = new TreeMap<String, int[]>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      int polarity = found.get(i).polarity();
      expected.add(row.polarity());
      predicted.add(polarity);
      said += polarity != 0 ? 1 : 0;
      polar += row.polarity() != 0 ? 1 : 0;
      right += polarity != 0 && polarity == row.polarity() ? 1 : 0;
      falsely += row.polarity() == 0 && polarity != 0 ? 1 : 0;
      reversed += row.polarity() != 0 && polarity == 0 && found.get(i).reverse() != 0 ? 1 : 0;
      boolean same = polarity == row.polarity();
      row.labels()
          .forEach(
              (column, value) -> {
                int[] counts = by.computeIfAbsent(column + " " + value, key -> new int[2]);
                counts[0] += same ? 1 : 0;
                counts[1]++;
              });
    }
    var metrics = new LinkedHashMap<String, Object>();
    var agreement = Agreement.of(right, said, polar);
    metrics.put("f1", agreement.f1());
    metrics.put("precision", agreement.precision());
    metrics.put("recall", agreement.recall());
    metrics.put("macro_f1", Agreement.macroF1(expected, predicted));
    metrics.put("direction_accuracy", Agreement.percent(said - falsely, said - falsely + reversed));
    metrics.put("false_stances", Agreement.percent(falsely, rows.size() - polar));
    metrics.put("gold", rows.size());
    by.forEach((label, counts) -> metrics.put(label, Agreement.percent(counts[0], counts[1])));
    return metrics;
  }
}
