package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.jobs.evaluate.QuoteMatch.Gold;
import org.parley.jobs.evaluate.QuoteMatch.Part;
import org.parley.jobs.evaluate.QuoteMatch.Predicted;
import org.parley.nlp.Pipeline;
import org.parley.quote.Quotation;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/**
 * Quotations against PolNeAR (Newell, Margolin and Ruths 2018): one JSON object a line with id,
 * text and attributions, each with the character spans of its source, cue and content. The texts
 * are analysed as they are, without cleaning. A prediction row is document id, begin, end, speaker
 * as it stands in the text, cue and kind; offsets count code points, as the gold data does.
 */
final class QuotesTask implements EvaluationTask {
  private static final int THREADS = 2;

  private record Document(String id, String text, List<Gold> gold) {}

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var documents = new ArrayList<Document>();
    for (var object : GoldFile.jsonLines(gold)) {
      documents.add(document(gold, object));
    }
    var seeds = Seeds.bundled();
    var extractor = QuoteExtractor.of(seeds);
    var resolver = new DocumentResolver(Gazetteer.of(seeds));
    var score = new QuoteScore();
    var rules = new RuleCounts();
    var cost = new QuoteCost();
    // Loading the models is no part of annotating.
    Pipeline.shared();
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      var results = new ArrayList<Future<List<Quotation>>>();
      for (int i = 0; i < documents.size(); i++) {
        String text = documents.get(i).text();
        boolean isOfSecondHalf = 2 * i >= documents.size();
        results.add(pool.submit(() -> quotations(text, resolver, extractor, cost, isOfSecondHalf)));
      }
      for (int i = 0; i < documents.size(); i++) {
        add(documents.get(i), results.get(i).get(), score, rules, predictions);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the evaluation was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a text could not be analysed: " + e.getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
    var metrics = score.metrics();
    metrics.put("cost", cost.table());
    metrics.put("rules", rules.table());
    return metrics;
  }

  private static List<Quotation> quotations(
      String text,
      DocumentResolver resolver,
      QuoteExtractor extractor,
      QuoteCost cost,
      boolean isOfSecondHalf) {
    List<Quotation> found =
        cost.of(
            () -> Pipeline.shared().annotate(TextCleaner.unchanged(text)),
            annotated -> {
              var resolution = resolver.resolve(annotated, null);
              return () -> extractor.extract(annotated, resolution);
            },
            isOfSecondHalf);
    return found.stream().filter(quotation -> !quotation.isNested()).toList();
  }

  private static void add(
      Document document,
      List<Quotation> quotations,
      QuoteScore score,
      RuleCounts rules,
      Predictions predictions) {
    var predicted = new ArrayList<Predicted>();
    for (var quotation : quotations) {
      predicted.add(
          new Predicted(
              quotation.begin(), quotation.end(), quotation.speakerText(), quotation.confidence()));
      predictions.row(
          document.id(),
          document.text().codePointCount(0, quotation.begin()),
          document.text().codePointCount(0, quotation.end()),
          quotation.speakerText(),
          quotation.cue(),
          quotation.kind().label());
    }
    var right = score.add(document.gold(), predicted);
    for (int i = 0; i < quotations.size(); i++) {
      rules.add(quotations.get(i), right.get(i));
    }
  }

  private static Document document(Path file, JsonNode object) {
    if (!object.hasNonNull("id") || !object.hasNonNull("text") || !object.has("attributions")) {
      throw new IllegalArgumentException(
          file + " does not hold quotations: each line needs id, text and attributions");
    }
    String text = object.get("text").asText();
    var gold = new ArrayList<Gold>();
    for (var attribution : object.get("attributions")) {
      var content = parts(text, attribution.path("content"));
      if (!content.isEmpty()) {
        gold.add(
            new Gold(
                content,
                words(text, content),
                words(text, parts(text, attribution.path("source")))));
      }
    }
    return new Document(object.get("id").asText(), text, gold);
  }

  private static List<Part> parts(String text, JsonNode spans) {
    var parts = new ArrayList<Part>();
    for (var span : spans) {
      parts.add(
          new Part(
              text.offsetByCodePoints(0, span.get(0).asInt()),
              text.offsetByCodePoints(0, span.get(1).asInt())));
    }
    return parts;
  }

  private static String words(String text, List<Part> parts) {
    var words = new ArrayList<String>();
    for (var part : parts) {
      words.add(text.substring(part.begin(), part.end()));
    }
    return String.join(" ", words);
  }
}
