package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.ArticleAnalyzer;
import org.parley.seed.Seeds;
import org.parley.stance.Issues;
import org.parley.text.TextCleaner;

/**
 * Scores articles against keys: what references stand for, who speaks, what is boilerplate, who is
 * for or against what. A key is a JSON object; {@code article} names the text beside it or one
 * folder up, whose first line is the title; {@code published} may give the day. The gold data is a
 * key, or a folder of keys, whose counts are summed. {@code stance_precision} and {@code stance_f1}
 * (holder, target, polarity and place) mean something where the keys list all stances of their
 * articles.
 */
final class ArticleTask implements EvaluationTask {
  private final Seeds seeds = Seeds.bundled();

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var keys = keys(gold);
    var analyzer = ArticleAnalyzer.of(seeds);
    var metrics = new LinkedHashMap<String, Object>();
    int right = 0;
    int said = 0;
    for (Path file : keys) {
      JsonNode key = new ObjectMapper().readTree(file.toFile());
      var score = score(file, key, analyzer, predictions);
      add(metrics, "references", score.count(key, "references", score::reference));
      add(metrics, "references_total", key.path("references").size());
      add(metrics, "speakers", score.count(key, "speakers", score::speaker));
      add(metrics, "speakers_total", key.path("speakers").size());
      add(metrics, "boilerplate", score.count(key, "boilerplate", score::boilerplate));
      add(metrics, "boilerplate_total", key.path("boilerplate").size());
      add(metrics, "not_quotations", score.count(key, "not_quotations", score::quoted));
      add(metrics, "stances", score.count(key, "stances", score::stance));
      add(metrics, "stances_total", key.path("stances").size());
      add(metrics, "not_stances", score.count(key, "not_stances", score::stance));
      var rows = score.rows(key);
      right += rows.right();
      said += rows.said();
    }
    double precision = Agreement.percent(right, said);
    double recall =
        Agreement.percent((int) metrics.get("stances"), (int) metrics.get("stances_total"));
    metrics.put("stance_precision", precision);
    metrics.put("stance_recall", recall);
    metrics.put(
        "stance_f1",
        right == 0 ? 0.0 : Agreement.rounded(2 * precision * recall / (precision + recall)));
    return metrics;
  }

  private static void add(Map<String, Object> metrics, String name, int count) {
    metrics.merge(name, count, (sum, more) -> (int) sum + (int) more);
  }

  /** The key itself, or those in a folder in the order of their names. */
  private static List<Path> keys(Path gold) throws IOException {
    if (!Files.isDirectory(gold)) {
      return List.of(gold);
    }
    try (var files = Files.list(gold)) {
      var keys = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("there is no key (*.json) in the folder " + gold);
      }
      return keys;
    }
  }

  private ArticleScore score(
      Path gold, JsonNode key, ArticleAnalyzer analyzer, Predictions predictions)
      throws IOException {
    String raw = Files.readString(article(gold, key));
    int line = raw.indexOf('\n');
    var cleaned =
        TextCleaner.of(seeds).clean(raw.substring(0, Math.max(0, line)), raw.substring(line + 1));
    LocalDate day =
        key.hasNonNull("published") ? LocalDate.parse(key.get("published").asText()) : null;
    return new ArticleScore(
        analyzer.analyze(cleaned, day), analyzer, Issues.load(seeds), predictions);
  }

  private static Path article(Path gold, JsonNode key) {
    String name = Path.of(key.path("article").asText()).getFileName().toString();
    Path folder = gold.toAbsolutePath().getParent();
    for (Path candidate : List.of(folder.resolve(name), folder.resolveSibling(name))) {
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        "the article " + name + " of " + gold + " is neither beside it nor one folder up");
  }
}
