package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.parley.entity.DictionaryLinker;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Overrides;
import org.parley.entity.Resolution;
import org.parley.entity.ShortNames;
import org.parley.jobs.annotate.AnnotationRows;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.AnnotatedText;
import org.parley.quote.Quotation;
import org.parley.quote.QuoteExtractor;
import org.parley.seed.Seeds;

/**
 * Finds who is meant and who speaks in every article: reads {@code articles} and {@code
 * annotations}, writes {@code mentions}, {@code entities}, {@code entity_aliases} and {@code
 * quotes}. It runs no CoreNLP.
 */
public final class ResolveJob {
  private static final String STAGE = "resolve";
  private static final StructType ENTITY =
      StructType.fromDDL(
          "entity_id string, name string, type string, wikidata_id string, roll_up string,"
              + " open boolean");
  private static final StructType RESOLVED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("text_id", DataTypes.StringType)
          .add("cluster_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("month", DataTypes.StringType)
          .add("mentions", DataTypes.createArrayType(MentionRows.TYPE))
          .add("quotes", DataTypes.createArrayType(QuoteRows.TYPE))
          .add("entities", DataTypes.createArrayType(ENTITY));

  private ResolveJob() {}

  /**
   * What to resolve and by which facts.
   *
   * @param warehouse folder of the tables
   * @param pipeline fingerprint of the annotations to use
   * @param seeds entities, offices, reporting verbs
   * @param dictionary the name or path of a dictionary for names that no seed knows, or null
   */
  public record Config(String warehouse, String pipeline, Seeds seeds, String dictionary) {
    /** By the seeds alone. */
    public Config(String warehouse, String pipeline, Seeds seeds) {
      this(warehouse, pipeline, seeds, null);
    }
  }

  /** What was found: rows of the tables. */
  public record Result(long articles, long mentions, long entities, long quotes) {
    /** One line for a person. */
    public String summary() {
      return String.format(
          "resolve: %d articles, %d mentions of %d entities, %d quotations",
          articles, mentions, entities, quotes);
    }
  }

  /** Reads the annotations and writes the tables. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley resolve", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    Dataset<Row> alone = resolved(warehouse, config).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> looked =
        config.dictionary() == null
            ? alone
            : Relinking.apply(
                    alone,
                    DictionaryLinks.of(
                        alone,
                        warehouse.read(Table.ARTICLES).select("article_id", "text"),
                        new DictionaryTable(spark, config.warehouse()).of(config.dictionary()),
                        config.seeds()))
                .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> joined = Relinking.apply(looked, VariantLinks.of(spark, looked, config.seeds()));
    Dataset<Row> resolved =
        UserRulings.apply(joined, config.seeds()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> mentions = exploded(resolved, "mentions");
      warehouse.replace(
          Table.MENTIONS, mentions.coalesce(spark.sparkContext().defaultParallelism()));
      warehouse.replace(
          Table.QUOTES,
          exploded(resolved, "quotes").coalesce(spark.sparkContext().defaultParallelism()));
      warehouse.replace(Table.ENTITIES, entities(resolved, mentions).coalesce(1));
      warehouse.replace(Table.ENTITY_ALIASES, aliases(mentions).coalesce(1));
      Row counts =
          resolved
              .agg(
                  count(lit(1)),
                  coalesce(sum(size(col("mentions"))), lit(0L)),
                  coalesce(sum(size(col("quotes"))), lit(0L)))
              .first();
      var result =
          new Result(
              counts.getLong(0),
              counts.getLong(1),
              warehouse.read(Table.ENTITIES).count(),
              counts.getLong(2));
      metrics.put(STAGE, "articles", result.articles());
      metrics.put(STAGE, "mentions", result.mentions());
      metrics.put(STAGE, "entities", result.entities());
      metrics.put(STAGE, "quotes", result.quotes());
      metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
      metrics.write(spark, warehouse);
      return result;
    } finally {
      resolved.unpersist();
      looked.unpersist();
      alone.unpersist();
    }
  }

  /** A row an article with all that was found in it, as {@link #RESOLVED}. */
  private static Dataset<Row> resolved(Warehouse warehouse, Config config) {
    Seeds seeds = config.seeds();
    return warehouse
        .read(Table.ARTICLES)
        .select("article_id", "text_id", "cluster_id", "source", "month", "published_at", "text")
        .join(
            warehouse
                .read(Table.ANNOTATIONS)
                .where(col("pipeline").equalTo(config.pipeline()))
                .select("text_id", "sentences", "quote_spans"),
            "text_id")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> {
                  var articleResolver = new ArticleResolver(seeds);
                  return new org.apache.commons.collections4.iterators.TransformIterator<>(
                      rows, articleResolver::resolve);
                },
            Encoders.row(RESOLVED));
  }

  /** Resolves articles one after the other; made anew for each partition. */
  private static final class ArticleResolver {
    private final Gazetteer gazetteer;
    private final DocumentResolver resolver;
    private final QuoteExtractor extractor;
    private final DictionaryLinker linker;
    private final ShortNames shortNames;
    private final Overrides overrides;

    ArticleResolver(Seeds seeds) {
      gazetteer = Gazetteer.of(seeds);
      resolver = new DocumentResolver(gazetteer);
      extractor = QuoteExtractor.of(seeds);
      linker = new DictionaryLinker(gazetteer);
      shortNames = new ShortNames(gazetteer);
      overrides = new Overrides(seeds, gazetteer);
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
          resolution.entities().values().stream().map(this::entity).toArray(Row[]::new));
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

  private static Dataset<Row> exploded(Dataset<Row> resolved, String column) {
    return resolved
        .select(
            col("article_id"),
            col("text_id"),
            col("cluster_id"),
            col("source"),
            col("month"),
            explode(col(column)).as("item"))
        .select("article_id", "text_id", "cluster_id", "source", "month", "item.*");
  }

  /** A row an entity, under the name that most articles give it. */
  private static Dataset<Row> entities(Dataset<Row> resolved, Dataset<Row> mentions) {
    Dataset<Row> named =
        resolved
            .select(explode(col("entities")).as("entity"))
            .select("entity.*")
            .groupBy("entity_id", "name", "type", "wikidata_id", "roll_up")
            .agg(count(lit(1)).as("articles"))
            .groupBy("entity_id")
            .agg(
                max_by(
                        struct("name", "type", "wikidata_id", "roll_up"),
                        struct("articles", "name", "type"))
                    .as("entity"))
            .select("entity_id", "entity.*");
    Dataset<Row> counts =
        mentions
            .groupBy("entity_id")
            .agg(
                count(lit(1)).as("mention_count"),
                countDistinct("article_id").as("article_count"),
                countDistinct("text_id").as("text_count"),
                countDistinct("cluster_id").as("cluster_count"),
                countDistinct("source").as("outlet_count"));
    return named.join(counts, "entity_id").orderBy("entity_id");
  }

  private static Dataset<Row> aliases(Dataset<Row> mentions) {
    return mentions
        .groupBy(col("text").as("alias"), col("entity_id"), col("rule"))
        .agg(
            count(lit(1)).as("count"),
            avg(col("confidence").cast("decimal(9,6)")).as("mean_confidence"))
        .orderBy(col("entity_id"), desc("count"), col("alias"), col("rule"));
  }
}
