package org.parley.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/** Texts to annotate, and what CoreNLP's own pipeline is told for comparison. */
final class Texts {
  private Texts() {}

  /** A text whose paragraphs are the given ones, all of them body. */
  static SectionedText of(String... paragraphs) {
    var places = new ArrayList<Paragraph>();
    int begin = 0;
    for (String paragraph : paragraphs) {
      places.add(new Paragraph(begin, begin + paragraph.length(), Section.BODY));
      begin += paragraph.length() + 1;
    }
    return new SectionedText(String.join("\n", paragraphs), places);
  }

  /** What CoreNLP's own pipeline needs to be told to do the same as Parley's. */
  static Properties stockProperties(String annotators) {
    var properties = new Properties();
    properties.setProperty("annotators", annotators);
    properties.setProperty("tokenize.options", "untokenizable=noneKeep");
    properties.setProperty(
        "ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.buildEntityMentions", "false");
    properties.setProperty("ner.useNERSpecificTokenization", "false");
    properties.setProperty("maxAdditionalKnownLCWords", "0");
    return properties;
  }

  /**
   * The given number of sentences in the manner of news, all different: actors, verbs and
   * complements combined so that reported speech, passives, coordination, apposition, relative
   * clauses and quotations all occur.
   */
  static List<String> sentences(int count) {
    List<String> actors =
        Arrays.asList(
            "The prime minister of Valdoria",
            "Elena Marsh, who chairs the harbor board,",
            "Officials in the capital",
            "A spokeswoman for the Tarn River Company",
            "Mr. Okafor",
            "Critics of the 2019 treaty",
            "Neither the union nor its lawyers",
            "The country's largest bank");
    List<String> acts =
        Arrays.asList(
            "said on Monday that %s",
            "refused to say whether %s",
            "told reporters: \"We believe %s\"",
            "was accused of claiming that %s",
            "warned, in a letter that was leaked to newspapers, that %s",
            "has long insisted %s",
            "could not be persuaded that %s",
            "voted 12-7 for a motion which holds that %s");
    List<String> claims =
        Arrays.asList(
            "the border would be closed by next spring",
            "troops from the northern states had been withdrawn, disarmed and sent home",
            "nobody was hurt when the dam, built in the 1960s, gave way",
            "prices won't fall until the government cuts taxes",
            "the deal is bad for farmers but good for the ports",
            "more than $3.5 million had been paid to companies owned by the mayor's cousins",
            "it's too early to tell who will win",
            "the court should hear the case again");
    var sentences = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      String end = i / 512 % 2 == 0 ? "." : ", and then left the room.";
      sentences.add(
          actors.get(i % 8) + " " + acts.get(i / 8 % 8).formatted(claims.get(i / 64 % 8)) + end);
    }
    return sentences;
  }
}
