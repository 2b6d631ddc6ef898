package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.entity.DocumentResolver;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;

/**
 * Names against a token file: token, tab, BIO tag; a blank line ends a sentence. Person is PERSON,
 * Organization ORG, Location and Facility LOC; other classes are left out. Exact spans count.
 *
 * <p>The file has no bounds of documents, so {@value #DOCUMENT} sentences that follow one another
 * are read as one text: what a text says about a name in one place holds for the others.
 */
final class NerTask implements EvaluationTask {
  static final int DOCUMENT = 25;

  /** A gold sentence. */
  private record Gold(List<String> tokens, List<String> tags) {}

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var resolver = new DocumentResolver(Gazetteer.of(Seeds.bundled()));
    var sentences = read(gold);
    var score = new SpanScore();
    for (int from = 0; from < sentences.size(); from += DOCUMENT) {
      var document = sentences.subList(from, Math.min(sentences.size(), from + DOCUMENT));
      var predicted = predict(resolver, document);
      for (int i = 0; i < document.size(); i++) {
        write(document.get(i), predicted.get(i), predictions);
        score.add(spans(document.get(i).tags()), spans(predicted.get(i)));
      }
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("micro_f1", score.microF1());
    metrics.put("person_f1", score.f1("PERSON"));
    metrics.put("organization_f1", score.f1("ORG"));
    metrics.put("location_f1", score.f1("LOC"));
    metrics.put("sentences", sentences.size());
    return metrics;
  }

  private static List<Gold> read(Path file) throws IOException {
    var sentences = new ArrayList<Gold>();
    var tokens = new ArrayList<String>();
    var tags = new ArrayList<String>();
    var lines = GoldFile.lines(file);
    for (int i = 0; i <= lines.size(); i++) {
      var line = i < lines.size() ? lines.get(i) : "";
      if (line.isBlank()) {
        if (!tokens.isEmpty()) {
          sentences.add(new Gold(List.copyOf(tokens), List.copyOf(tags)));
          tokens.clear();
          tags.clear();
        }
        continue;
      }
      var cells = line.split("\t", -1);
      if (cells.length < 2 || cells[0].isBlank()) {
        throw new IllegalArgumentException(
            file + " line " + (i + 1) + ": expected a token, a tab and a tag");
      }
      tokens.add(cells[0].strip());
      tags.add(cells[1].strip());
    }
    return sentences;
  }

  private static List<List<String>> predict(DocumentResolver resolver, List<Gold> document) {
    var given = document.stream().map(sentence -> GivenTokens.of(sentence.tokens())).toList();
    var text = Pipeline.shared().annotateTokens(given.stream().map(GivenTokens::words).toList());
    var tags = new ArrayList<String[]>();
    var begins = new HashMap<Integer, int[]>();
    var ends = new HashMap<Integer, Integer>();
    for (int s = 0; s < given.size(); s++) {
      var first = given.get(s).first();
      var sentenceTags = new String[document.get(s).tokens().size()];
      Arrays.fill(sentenceTags, "O");
      tags.add(sentenceTags);
      var tokens = text.sentences().get(s).tokens();
      for (int i = 0; i < tokens.size(); i++) {
        begins.put(tokens.get(i).begin(), new int[] {s, first.get(i)});
        ends.put(tokens.get(i).end(), first.get(i + 1));
      }
    }
    for (var name : resolver.names(text)) {
      var at = begins.get(name.begin());
      int last = ends.get(name.end());
      for (int i = at[1]; i < last; i++) {
        tags.get(at[0])[i] = (i == at[1] ? "B-" : "I-") + type(name.type());
      }
    }
    return tags.stream().map(List::of).toList();
  }

  private static String type(EntityType type) {
    return switch (type) {
      case PERSON -> "PERSON";
      case ORGANIZATION, GROUP -> "ORG";
      case COUNTRY, LOCATION -> "LOC";
    };
  }

  private static void write(Gold gold, List<String> predicted, Predictions predictions)
      throws IOException {
    for (int i = 0; i < predicted.size(); i++) {
      predictions.row(gold.tokens().get(i), gold.tags().get(i), predicted.get(i));
    }
  }

  /** The spans of BIO tags whose class counts. */
  static Set<SpanScore.Span> spans(List<String> tags) {
    var spans = new HashSet<SpanScore.Span>();
    int first = 0;
    String open = "";
    for (int i = 0; i <= tags.size(); i++) {
      var tag = i < tags.size() ? tags.get(i) : "O";
      boolean goesOn = tag.startsWith("I-") && tag.substring(2).equals(open);
      if (!goesOn) {
        var type = counted(open);
        if (!type.isEmpty()) {
          spans.add(new SpanScore.Span(type, first, i));
        }
        open = tag.length() > 2 ? tag.substring(2) : "";
        first = i;
      }
    }
    return spans;
  }

  private static String counted(String gold) {
    return switch (gold) {
      case "Person", "PERSON" -> "PERSON";
      case "Organization", "ORG" -> "ORG";
      case "Location", "Facility", "LOC" -> "LOC";
      default -> "";
    };
  }
}
