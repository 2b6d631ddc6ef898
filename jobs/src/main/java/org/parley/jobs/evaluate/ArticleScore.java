package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.Analysis;
import org.parley.ArticleAnalyzer;
import org.parley.entity.Entity;
import org.parley.entity.Mention;
import org.parley.quote.Quotation;
import org.parley.stance.Issue;
import org.parley.stance.Issues;
import org.parley.stance.StanceEvidence;
import org.parley.text.Section;

/** Holds the analysis of an article against the items of its key. */
record ArticleScore(
    Analysis analysis, ArticleAnalyzer analyzer, Issues issues, Predictions predictions) {
  /** Sections that are not the story: a key lists captions with boilerplate. */
  private static final Set<String> APART =
      Set.of(Section.BOILERPLATE.label(), Section.CAPTION.label(), Section.BYLINE.label());

  /** Words that two targets may share without being about the same thing. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "and", "for", "with", "between", "from", "into", "over", "its", "his", "her",
          "their", "that");

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
              quotation.speakerText() + " = " + quotation.speakerId() + " by " + quotation.rule());
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
          seen.add(told(row));
          hit |= says(row, item);
        }
      }
    }
    return hit;
  }

  /**
   * Holds what was found against a key that lists all stances of its article: how many rows say
   * something, and how many of them stand in the key. Rows that only its {@code defensible} part
   * has are left out of both.
   */
  Rows rows(JsonNode key) {
    int said = 0;
    int right = 0;
    for (StanceEvidence row : analysis.evidence()) {
      if (row.polarity() != 0) {
        boolean expected = stands(row, key.path("stances"));
        boolean left = !expected && stands(row, key.path("defensible"));
        said += left ? 0 : 1;
        right += expected ? 1 : 0;
        if (!expected) {
          predictions.row(
              "rows", row.evidence(), left ? "defensible" : "not in the key", told(row));
        }
      }
    }
    return new Rows(right, said);
  }

  /**
   * Rows of evidence that say for or against.
   *
   * @param right those that the key has
   * @param said all, but for those that may be left out
   */
  record Rows(int right, int said) {}

  private boolean stands(StanceEvidence row, JsonNode items) {
    for (JsonNode item : items) {
      for (Span place : places(item.path("evidence").asText())) {
        if (place.overlaps(row.begin(), row.end()) && says(row, item)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean says(StanceEvidence row, JsonNode item) {
    return isEntity(row.holderId(), item.path("holder").asText())
        && row.polarity() == item.path("polarity").asInt()
        && (!item.hasNonNull("time") || row.time().label().equals(item.path("time").asText()))
        && isTarget(row, item.path("target").asText());
  }

  private static String told(StanceEvidence row) {
    return String.join(
        " ",
        row.holderId(),
        row.targetId(),
        String.valueOf(row.polarity()),
        row.time().label(),
        row.channel().label(),
        row.frame(),
        row.operators().toString(),
        String.valueOf(row.confidence()));
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
    return sharesWord(row.targetText(), expected)
        || issues.issues().stream()
            .filter(issue -> issue.targetId().equals(row.targetId()))
            .map(Issue::label)
            .anyMatch(label -> sharesWord(label, expected));
  }

  /**
   * Whether an id stands for what a key names: the same known entity, or one of both speaks for the
   * other as a ministry for its state, or the same name.
   */
  private boolean isEntity(String id, String expected) {
    String rollUp = analyzer.gazetteer().rollUp(id);
    return analyzer
            .gazetteer()
            .named(expected)
            .map(Entity::id)
            .filter(
                known ->
                    known.equals(id)
                        || known.equals(rollUp)
                        || analyzer.gazetteer().rollUp(known).equals(id))
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
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(pattern)
        .matcher(analysis.annotated().text())
        .results()
        .map(match -> new Span(match.start(), match.end()))
        .toList();
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
