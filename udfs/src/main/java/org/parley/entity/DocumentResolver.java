package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import org.parley.nlp.AnnotatedText;

/**
 * Finds who is meant in one text: names, demonyms, metonyms, roles, groups and safe pronouns, each
 * with the rule that decided and how sure it is. Works on the annotation alone, keeps no state
 * between texts, and is safe for use by several threads.
 */
public final class DocumentResolver {
  private final Gazetteer gazetteer;
  private final NameFinder finder;

  public DocumentResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.finder = new NameFinder(gazetteer);
  }

  /**
   * Resolves a text.
   *
   * @param text the annotated text
   * @param publishedAt its day, by which dated offices are read, or null where it is not known
   * @return all mentions outside boilerplate and bylines, in order, and their entities
   */
  public Resolution resolve(AnnotatedText text, LocalDate publishedAt) {
    var spans = finder.find(text);
    var readings = new NameMerger(gazetteer, text, publishedAt).merge(spans);
    var mentions = new ArrayList<Mention>();
    readings.forEach(
        (span, reading) ->
            mentions.add(
                new Mention(
                    span.sentence().index(),
                    span.begin(),
                    span.end(),
                    text.text(span.begin(), span.end()),
                    Mention.Kind.NAME,
                    reading.entity().id(),
                    reading.rule(),
                    reading.confidence())));
    mentions.sort(Comparator.comparingInt(Mention::begin).thenComparingInt(Mention::end));
    return new Resolution(mentions, NameMerger.byId(readings.values()));
  }
}
