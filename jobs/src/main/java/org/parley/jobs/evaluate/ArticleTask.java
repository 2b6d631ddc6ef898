package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.parley.Analysis;
import org.parley.ArticleAnalyzer;
import org.parley.entity.Entity;
import org.parley.entity.Mention;
import org.parley.quote.Quotation;
import org.parley.seed.Seeds;
import org.parley.stance.Issue;
import org.parley.stance.Issues;
import org.parley.stance.StanceEvidence;
import org.parley.text.Section;
import org.parley.text.TextCleaner;

/**
 * Scores one article against a key: what references stand for, who speaks, what is boilerplate, who
 * is for or against what. The key is a JSON object; {@code article} names the text beside it or one
 * folder up, whose first line is the title; {@code published} may give the day.
 */
final class ArticleTask implements EvaluationTask {
  /** Sections that are not the story: a key lists captions with boilerplate. */
  private static final Set<String> APART =
      Set.of(Section.BOILERPLATE.label(), Section.CAPTION.label(), Section.BYLINE.label());

  /** Words that two targets may share without being about the same thing. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "and", "for", "with", "between", "from", "into", "over", "its", "his", "her",
          "their", "that");

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    JsonNode key = new ObjectMapper().readTree(gold.toFile());
    String raw = Files.readString(article(gold, key));
    int line = raw.indexOf('\n');
    var seeds = Seeds.bundled();
    var cleaned =
        TextCleaner.of(seeds).clean(raw.substring(0, Math.max(0, line)), raw.substring(line + 1));
    LocalDate day =
        key.hasNonNull("published") ? LocalDate.parse(key.get("published").asText()) : null;
    var analyzer = ArticleAnalyzer.of(seeds);
    var score =
        new Score(analyzer.analyze(cleaned, day), analyzer, Issues.load(seeds), predictions);

    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("references", score.count(key, "references", score::reference));
    metrics.put("references_total", key.path("references").size());
    metrics.put("speakers", score.count(key, "speakers", score::speaker));
    metrics.put("speakers_total", key.path("speakers").size());
    metrics.put("boilerplate", score.count(key, "boilerplate", score::boilerplate));
    metrics.put("boilerplate_total", key.path("boilerplate").size());
    metrics.put("not_quotations", score.count(key, "not_quotations", score::quoted));
    metrics.put("stances", score.count(key, "stances", score::stance));
    metrics.put("stances_total", key.path("stances").size());
    metrics.put("not_stances", score.count(key, "not_stances", score::stance));
    return metrics;
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

  /** Holds the analysis of the article against items of the key. */
  private record Score(
      Analysis analysis, ArticleAnalyzer analyzer, Issues issues, Predictions predictions) {

    /** How many items of a part of the key are found, each with a row of predictions. */
    int count(JsonNode key, String part, BiFunction<JsonNode, Set<String>, Boolean> found) {
      int count = 0;
      for (JsonNode item : key.path(part)) {
        var seen = new TreeSet<String>();
        boolean hit = found.apply(item, seen);
        count += hit ? 1 : 0;
        predictions.row(
            part,
            item.isTextual() ? item.asText() : item,
            hit ? "found" : "not found",
            String.join("; ", seen));
      }
      return count;
    }

    boolean reference(JsonNode item, Set<String> seen) {
      boolean hit = false;
      for (Span place : places(item.path("text").asText())) {
        for (Mention mention : analysis.resolution().mentions()) {
          if (place.overlaps(mention.begin(), mention.end())) {
            seen.add(mention.text() + " = " + mention.entityId() + " by " + mention.rule());
            hit |= isEntity(mention.entityId(), item.path("entity").asText());
          }
        }
      }
      return hit;
    }

    boolean speaker(JsonNode item, Set<String> seen) {
      boolean hit = false;
      for (Span place : places(item.path("quote").asText())) {
        for (Quotation quotation : analysis.quotations()) {
          if (place.overlaps(quotation.begin(), quotation.end())) {
            seen.add(
                quotation.speakerText()
                    + " = "
                    + quotation.speakerId()
                    + " by "
                    + quotation.rule());
            hit |= isSpeaker(quotation, item.path("speaker").asText());
          }
        }
      }
      return hit;
    }

    boolean boilerplate(JsonNode item, Set<String> seen) {
      var text = analysis.annotated();
      for (Span place : places(item.asText())) {
        for (var sentence : text.sentences()) {
          if (place.overlaps(sentence.begin(), sentence.end())) {
            seen.add(sentence.section().label());
          }
        }
      }
      return !seen.isEmpty() && APART.containsAll(seen);
    }

    boolean quoted(JsonNode item, Set<String> seen) {
      for (Span place : places(item.asText())) {
        for (Quotation quotation : analysis.quotations()) {
          if (quotation.kind() == Quotation.Kind.DIRECT
              && place.overlaps(quotation.begin(), quotation.end())) {
            seen.add(quotation.text());
          }
        }
      }
      return !seen.isEmpty();
    }

    boolean stance(JsonNode item, Set<String> seen) {
      boolean hit = false;
      for (Span place : places(item.path("evidence").asText())) {
        for (StanceEvidence row : analysis.evidence()) {
          if (place.overlaps(row.begin(), row.end())) {
            seen.add(
                String.join(
                    " ",
                    row.holderId(),
                    row.targetId(),
                    String.valueOf(row.polarity()),
                    row.time().label(),
                    row.channel().label(),
                    row.frame(),
                    row.operators().toString()));
            hit |=
                isEntity(row.holderId(), item.path("holder").asText())
                    && row.polarity() == item.path("polarity").asInt()
                    && (!item.hasNonNull("time")
                        || row.time().label().equals(item.path("time").asText()))
                    && isTarget(row, item.path("target").asText());
          }
        }
      }
      return hit;
    }

    private boolean isSpeaker(Quotation quotation, String expected) {
      return (quotation.speakerId() != null && isEntity(quotation.speakerId(), expected))
          || words(quotation.speakerText()).equals(words(expected))
          || (!words(expected).isEmpty()
              && words(quotation.speakerText()).containsAll(words(expected)));
    }

    private boolean isTarget(StanceEvidence row, String expected) {
      if (row.targetKind() == StanceEvidence.TargetKind.ENTITY) {
        return isEntity(row.targetId(), expected) || sharesWord(name(row.targetId()), expected);
      }
      if (row.targetKind() == StanceEvidence.TargetKind.OPEN) {
        return sharesWord(row.targetText(), expected);
      }
      return issues.issues().stream()
          .filter(issue -> issue.targetId().equals(row.targetId()))
          .map(Issue::label)
          .anyMatch(label -> sharesWord(label, expected));
    }

    /**
     * Whether an id stands for what a key names: the same known entity or its roll-up, or the same
     * name.
     */
    private boolean isEntity(String id, String expected) {
      String rollUp = analyzer.gazetteer().rollUp(id);
      return analyzer
              .gazetteer()
              .named(expected)
              .map(Entity::id)
              .filter(known -> known.equals(id) || known.equals(rollUp))
              .isPresent()
          || words(name(id)).equals(words(expected));
    }

    private String name(String id) {
      Entity found = analysis.resolution().entities().get(id);
      return found != null
          ? found.name()
          : analyzer.gazetteer().entity(id).map(Entity::name).orElse(id);
    }

    /** Where a wording of the key stands in the text; white space may differ. */
    private List<Span> places(String wording) {
      String pattern =
          Arrays.stream(wording.strip().split("\\s+"))
              .map(java.util.regex.Pattern::quote)
              .collect(Collectors.joining("\\s+"));
      return java.util.regex.Pattern.compile(pattern)
          .matcher(analysis.annotated().text())
          .results()
          .map(match -> new Span(match.start(), match.end()))
          .toList();
    }
  }

  private record Span(int begin, int end) {
    boolean overlaps(int otherBegin, int otherEnd) {
      return begin < otherEnd && otherBegin < end;
    }
  }

  private static boolean sharesWord(String label, String expected) {
    var shared = words(label);
    shared.retainAll(words(expected));
    return !shared.isEmpty();
  }

  private static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^a-z0-9]+"))
        .filter(word -> word.length() > 2 && !FUNCTION_WORDS.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
