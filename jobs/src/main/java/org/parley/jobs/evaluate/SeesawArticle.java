package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/**
 * An article of SEESAW (Zhang et al. 2022) as one text: a sentence to a paragraph, except that the
 * sentences of one quotation stay together.
 *
 * @param id its id
 * @param day when it was published, or null
 * @param text the sentences, with a space or a newline between
 * @param begins where each sentence begins, by its place in the list
 * @param ids the sentences' ids
 * @param names the names of the article's entities, the only holders and targets
 * @param stances the gold, in order
 */
record SeesawArticle(
    String id,
    LocalDate day,
    SectionedText text,
    List<Integer> begins,
    List<String> ids,
    List<String> names,
    List<Gold> stances) {

  /** Somebody is for (1) or against (-1) somebody or something in a sentence. */
  record Gold(String sentence, String holder, String target, int polarity) {}

  static SeesawArticle of(JsonNode node) {
    var text = new StringBuilder();
    var begins = new ArrayList<Integer>();
    var ids = new ArrayList<String>();
    var paragraphs = new ArrayList<Paragraph>();
    int paragraph = 0;
    boolean open = false;
    for (JsonNode sentence : node.path("sentences")) {
      String words = sentence.path("text").asText();
      if (!begins.isEmpty()) {
        if (!open) {
          paragraphs.add(new Paragraph(paragraph, text.length(), Section.BODY));
        }
        text.append(open ? ' ' : '\n');
        if (!open) {
          paragraph = text.length();
        }
      }
      begins.add(text.length());
      ids.add(sentence.path("id").asText());
      text.append(words);
      open = opens(words, open);
    }
    if (text.length() > paragraph) {
      paragraphs.add(new Paragraph(paragraph, text.length(), Section.BODY));
    }
    var names = new ArrayList<String>();
    for (JsonNode entity : node.path("entities")) {
      names.add(entity.path("name").asText());
    }
    return new SeesawArticle(
        node.path("id").asText(),
        day(node.path("story_date").asText()),
        new SectionedText(text.toString(), paragraphs),
        begins,
        ids,
        names,
        gold(node.path("stances"), names));
  }

  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether a quotation is still open after a sentence. */
  private static boolean opens(String words, boolean before) {
    boolean open = before;
    for (int i = 0; i < words.length(); i++) {
      switch (words.charAt(i)) {
        case '“' -> open = true;
        case '”' -> open = false;
        case '"' -> open = !open;
        default -> {}
      }
    }
    return open;
  }

  private static List<Gold> gold(JsonNode stances, List<String> names) {
    var sorted = new TreeMap<Integer, List<Gold>>();
    for (Map.Entry<String, JsonNode> entry : stances.properties()) {
      for (JsonNode stance : entry.getValue()) {
        String holder = stance.path("subject").asText();
        String target = stance.path("object").asText();
        if (names.contains(holder) && names.contains(target)) {
          int polarity = stance.path("sentiment").asText().equals("POS") ? 1 : -1;
          sorted
              .computeIfAbsent(Integer.valueOf(entry.getKey()), key -> new ArrayList<>())
              .add(new Gold(entry.getKey(), holder, target, polarity));
        }
      }
    }
    return sorted.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The place in the list of the sentence that an offset lies in. */
  int sentenceAt(int offset) {
    int found = 0;
    for (int i = 0; i < begins.size(); i++) {
      if (begins.get(i) <= offset) {
        found = i;
      }
    }
    return found;
  }

  /** The words of a sentence, by its place. */
  int end(int sentence) {
    return sentence + 1 < begins.size() ? begins.get(sentence + 1) - 1 : text.text().length();
  }
}
