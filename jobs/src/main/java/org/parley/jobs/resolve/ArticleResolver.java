package org.parley.jobs.resolve;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.DictionaryLinker;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Namesakes;
import org.parley.entity.Overrides;
import org.parley.entity.PersonTraits;
import org.parley.entity.Resolution;
import org.parley.entity.ShortNames;
import org.parley.jobs.annotate.AnnotationRows;
import org.parley.nlp.AnnotatedText;
import org.parley.quote.Quotation;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;

/**
 * Finds who is meant and who speaks in one article after the other. It travels as the seeds alone;
 * a JVM builds the rules from them once, for all its threads.
 */
final class ArticleResolver implements Serializable {
  private static final long serialVersionUID = 1L;

  static final StructType ENTITY =
      StructType.fromDDL(
          "entity_id string, name string, type string, wikidata_id string, roll_up string,"
              + " open boolean");

  /** An article with all that was found in it. */
  static final StructType TYPE =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("text_id", DataTypes.StringType)
          .add("cluster_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("month", DataTypes.StringType)
          .add("mentions", DataTypes.createArrayType(MentionRows.TYPE))
          .add("quotes", DataTypes.createArrayType(QuoteRows.TYPE))
          .add("entities", DataTypes.createArrayType(ENTITY))
          .add("traits", DataTypes.createArrayType(NamesakeLinks.TRAIT));

  private final Seeds seeds;
  private transient Rules rules;

  ArticleResolver(Seeds seeds) {
    this.seeds = seeds;
  }

  /**
   * A row of {@link #TYPE}.
   *
   * @param article columns of the tables articles and annotations
   */
  Row resolve(Row article) {
    return rules().resolve(article);
  }

  private synchronized Rules rules() {
    if (rules == null) {
      rules = new Rules(seeds);
    }
    return rules;
  }

  private static final class Rules {
    private final Gazetteer gazetteer;
    private final DocumentResolver resolver;
    private final QuoteExtractor extractor;
    private final DictionaryLinker linker;
    private final ShortNames shortNames;
    private final Overrides overrides;
    private final PersonTraits persons;

    Rules(Seeds seeds) {
      gazetteer = Gazetteer.of(seeds);
      resolver = new DocumentResolver(gazetteer);
      extractor = QuoteExtractor.of(seeds);
      linker = new DictionaryLinker(gazetteer);
      shortNames = new ShortNames(gazetteer);
      overrides = new Overrides(seeds, gazetteer);
      persons = new PersonTraits(gazetteer);
    }

    Row resolve(Row article) {
      AnnotatedText text = AnnotationRows.annotatedText(article.getAs("text"), article);
      Timestamp published = article.getAs("published_at");
      LocalDate day =
          published == null ? null : LocalDate.ofInstant(published.toInstant(), ZoneOffset.UTC);
      Resolution resolution =
          shortNames.apart(resolver.resolve(text, day), article.getAs("cluster_id"));
      List<Quotation> quotations = extractor.extract(text, resolution);
      var voices = new Voices(text, quotations);
      var traits = persons.of(text, resolution, day);
      return RowFactory.create(
          article.getAs("article_id"),
          article.getAs("text_id"),
          article.getAs("cluster_id"),
          article.getAs("source"),
          article.getAs("month"),
          resolution.mentions().stream()
              .map(mention -> MentionRows.of(mention, paragraph(text, mention), voices.of(mention)))
              .toArray(Row[]::new),
          quotations.stream().map(QuoteRows::of).toArray(Row[]::new),
          resolution.entities().values().stream().map(this::entity).toArray(Row[]::new),
          traits.keySet().stream()
              .sorted()
              .map(resolution.entities()::get)
              .filter(linker::isOpen)
              .map(person -> trait(person, traits.get(person.id())))
              .toArray(Row[]::new));
    }

    private static Row trait(Entity person, Namesakes.Trait trait) {
      return RowFactory.create(
          person.id(), person.name(), trait.country(), trait.born(), trait.calling());
    }

    private Row entity(Entity entity) {
      return RowFactory.create(
          entity.id(),
          entity.name(),
          entity.type().label(),
          entity.wikidataId(),
          gazetteer.rollUp(entity.id()),
          linker.isOpen(entity) && !overrides.isSaid(entity.id()));
    }

    private static int paragraph(AnnotatedText text, Mention mention) {
      return text.sentences().get(mention.sentence()).paragraph();
    }
  }
}
