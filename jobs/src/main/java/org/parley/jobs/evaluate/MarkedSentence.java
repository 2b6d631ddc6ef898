package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/**
 * A single sentence of gold data in which the places of some names are given.
 *
 * @param text the text
 * @param spans begin and end of each name, by the id to give it
 */
record MarkedSentence(String text, Map<String, int[]> spans) {

  /** The text as one paragraph. */
  SectionedText sectioned() {
    return new SectionedText(text, List.of(new Paragraph(0, text.length(), Section.BODY)));
  }

  /** Mentions of the given names alone. */
  Resolution resolution(AnnotatedText annotated) {
    var entities = new LinkedHashMap<String, Entity>();
    var mentions = new ArrayList<Mention>();
    spans.forEach(
        (id, span) -> {
          entities.put(
              id, new Entity(id, text.substring(span[0], span[1]), EntityType.PERSON, null));
          for (Sentence sentence : annotated.sentences()) {
            if (sentence.begin() <= span[0] && span[0] < sentence.end()) {
              mentions.add(
                  new Mention(
                      sentence.index(),
                      span[0],
                      span[1],
                      text.substring(span[0], span[1]),
                      Mention.Kind.NAME,
                      id,
                      "given",
                      1));
            }
          }
        });
    mentions.sort(java.util.Comparator.comparingInt(Mention::begin));
    return new Resolution(mentions, entities);
  }

  /** The tokens of a sentence inside the place of a name. */
  List<Integer> tokens(Sentence sentence, String id) {
    int[] span = spans.get(id);
    var found = new ArrayList<Integer>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      var token = sentence.tokens().get(i);
      if (token.begin() < span[1] && span[0] < token.end()) {
        found.add(i);
      }
    }
    return found;
  }
}
