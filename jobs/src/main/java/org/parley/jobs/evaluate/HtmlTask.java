package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.parley.seed.Seeds;
import org.parley.text.Decoding;
import org.parley.text.HtmlArticle;
import org.parley.text.HtmlExtractor;
import org.parley.text.TextDecoder;

/**
 * The main text of web pages. Gold: a folder with {@code ground-truth.json} (id to {@code
 * articleBody} and {@code url}) and {@code pages/ID.html}, gzipped or not. Predictions: id, text.
 */
final class HtmlTask implements EvaluationTask {

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var extractor = HtmlExtractor.of(Seeds.bundled());
    double precision = 0;
    double recall = 0;
    int extracted = 0;
    int existing = 0;
    for (var page : truth(gold).entrySet()) {
      String id = page.getKey();
      String text = "";
      if (TextDecoder.decode(bytes(gold, id), null) instanceof Decoding.Decoded decoded) {
        text =
            extractor
                .extract(decoded.text(), page.getValue().path("url").asText(null))
                .map(HtmlArticle::text)
                .orElse("");
      }
      predictions.row(id, text);
      var match = ShingleMatch.of(page.getValue().path("articleBody").asText(""), text);
      // The benchmark averages precision over pages with a prediction, recall over those with a
      // text.
      precision += match.precision();
      recall += match.recall();
      extracted += match.hasExtracted() ? 1 : 0;
      existing += match.hasTruth() ? 1 : 0;
    }
    double p = extracted == 0 ? 0 : precision / extracted;
    double r = existing == 0 ? 0 : recall / existing;
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("f1", percent(p + r == 0 ? 0 : 2 * p * r / (p + r)));
    metrics.put("precision", percent(p));
    metrics.put("recall", percent(r));
    metrics.put("pages", existing);
    return metrics;
  }

  private static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }

  private static Map<String, JsonNode> truth(Path gold) throws IOException {
    Path file = gold.resolve("ground-truth.json");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          gold + " is no gold folder for html: it lacks ground-truth.json");
    }
    var truth = new TreeMap<String, JsonNode>();
    try {
      for (var entry : new ObjectMapper().readTree(file.toFile()).properties()) {
        truth.put(entry.getKey(), entry.getValue());
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    return truth;
  }

  private static byte[] bytes(Path gold, String id) throws IOException {
    Path zipped = gold.resolve("pages").resolve(id + ".html.gz");
    if (Files.isRegularFile(zipped)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
        return in.readAllBytes();
      }
    }
    Path plain = gold.resolve("pages").resolve(id + ".html");
    if (!Files.isRegularFile(plain)) {
      throw new IllegalArgumentException(
          gold + " lacks the page pages/" + id + ".html.gz that ground-truth.json names");
    }
    return Files.readAllBytes(plain);
  }
}
