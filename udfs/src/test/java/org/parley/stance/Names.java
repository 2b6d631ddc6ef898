package org.parley.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.quote.Affiliation;
import org.parley.quote.Quotation;

/** Mentions and quotations for test sentences: a few fixed names, and "..." said by one of them. */
record Names(Resolution resolution, List<Quotation> quotations) {
  private static final Map<String, Entity> KNOWN = known();

  private static Map<String, Entity> known() {
    var known = new LinkedHashMap<String, Entity>();
    for (String country :
        List.of(
            "Germany", "France", "Poland", "Hungary", "Italy", "Russia", "Ukraine", "Iran",
            "Israel", "Mexico", "Taiwan", "Japan")) {
      add(known, country, EntityType.COUNTRY, "gpe:" + country.toLowerCase(java.util.Locale.ROOT));
    }
    add(known, "NATO", EntityType.ORGANIZATION, "org:nato");
    add(known, "Congress", EntityType.ORGANIZATION, "org:congress");
    add(known, "Republicans", EntityType.ORGANIZATION, "org:republican_party");
    add(known, "Democrats", EntityType.ORGANIZATION, "org:democratic_party");
    // Persons that do not exist.
    for (String person : List.of("Marlow", "Brandt", "Okoye", "Lindqvist", "Ferraro")) {
      add(known, person, EntityType.PERSON, "per:" + person.toLowerCase(java.util.Locale.ROOT));
    }
    return known;
  }

  private static void add(Map<String, Entity> known, String name, EntityType type, String id) {
    known.put(name, new Entity(id, name, type, null));
  }

  static String id(String name) {
    return KNOWN.get(name).id();
  }

  static Names in(AnnotatedText text) {
    var mentions = new ArrayList<Mention>();
    var entities = new LinkedHashMap<String, Entity>();
    for (Sentence sentence : text.sentences()) {
      for (var token : sentence.tokens()) {
        var entity = KNOWN.get(token.word());
        if (entity != null) {
          entities.put(entity.id(), entity);
          mentions.add(
              new Mention(
                  sentence.index(),
                  token.begin(),
                  token.end(),
                  token.word(),
                  Mention.Kind.NAME,
                  entity.id(),
                  "test",
                  1));
        }
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::begin));
    return new Names(new Resolution(mentions, entities), quotations(text, mentions));
  }

  /** What stands in quotation marks, said by the person who is named last outside of them. */
  private static List<Quotation> quotations(AnnotatedText text, List<Mention> mentions) {
    int begin = text.text().indexOf('"');
    int end = text.text().lastIndexOf('"');
    var speaker =
        mentions.stream()
            .filter(mention -> mention.begin() > end || mention.end() < begin)
            .reduce((first, last) -> last);
    if (begin < 0 || speaker.isEmpty()) {
      return List.of();
    }
    var said = speaker.get();
    return List.of(
        new Quotation(
            0,
            Quotation.Kind.DIRECT,
            begin,
            end + 1,
            text.text(begin, end + 1),
            "said",
            said.text(),
            said.begin(),
            said.end(),
            said.entityId(),
            Quotation.SpeakerClass.NAMED,
            "test",
            1,
            -1,
            Affiliation.NONE));
  }
}
