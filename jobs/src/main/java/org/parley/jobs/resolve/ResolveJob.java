package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Finds who is meant and who speaks in every article: reads {@code articles} and {@code
 * annotations}, writes {@code mentions}, {@code entities}, {@code entity_aliases} and {@code
 * quotes}. It runs no CoreNLP.
 */
public final class ResolveJob {
  private static final String STAGE = "resolve";

  /** So many tables are written at the same time: the last tasks of one leave cores to the next. */
  private static final int WRITERS = 4;

  /** Fewer files of annotations than cores are spread over so many tasks a core. */
  private static final int TASKS_PER_CORE = 4;

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
    var resolver =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new ArticleResolver(config.seeds()));
    var kept = new ArrayList<Dataset<Row>>();
    try {
      Dataset<Row> found = kept(resolved(spark, warehouse, config, resolver), kept);
      if (config.dictionary() != null) {
        var links =
            DictionaryLinks.of(
                found,
                warehouse.read(Table.ARTICLES).select("article_id", "text"),
                new DictionaryTable(spark, config.warehouse()).of(config.dictionary()),
                config.seeds());
        found = kept(Relinking.apply(found, links), kept);
      }
      var variants = VariantLinks.of(spark, found, config.seeds());
      Dataset<Row> ruled = UserRulings.apply(Relinking.apply(found, variants), config.seeds());
      var result = write(spark, warehouse, ruled == found ? found : kept(ruled, kept));
      metrics.put(STAGE, "articles", result.articles());
      metrics.put(STAGE, "mentions", result.mentions());
      metrics.put(STAGE, "entities", result.entities());
      metrics.put(STAGE, "quotes", result.quotes());
      metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
      metrics.write(spark, warehouse);
      return result;
    } finally {
      kept.forEach(Dataset::unpersist);
      resolver.destroy();
    }
  }

  /** Rows that several jobs read; they are computed when the first does. */
  private static Dataset<Row> kept(Dataset<Row> rows, List<Dataset<Row>> kept) {
    kept.add(rows.persist(StorageLevel.MEMORY_AND_DISK()));
    return rows;
  }

  private static Result write(SparkSession spark, Warehouse warehouse, Dataset<Row> resolved) {
    int files = spark.sparkContext().defaultParallelism();
    Dataset<Row> mentions = exploded(resolved, "mentions");
    Dataset<Row> quotes = exploded(resolved, "quotes");
    // The threads inherit the job group from this one.
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      Future<Row> counts = writers.submit(() -> counts(resolved));
      List<Future<?>> written =
          List.of(
              writers.submit(() -> warehouse.replace(Table.MENTIONS, mentions.coalesce(files))),
              writers.submit(() -> warehouse.replace(Table.QUOTES, quotes.coalesce(files))),
              writers.submit(() -> warehouse.replace(Table.ENTITIES, entities(resolved, mentions))),
              writers.submit(() -> warehouse.replace(Table.ENTITY_ALIASES, aliases(mentions))));
      for (var table : written) {
        ended(table);
      }
      Row count = ended(counts);
      return new Result(
          count.getLong(0),
          count.getLong(1),
          warehouse.read(Table.ENTITIES).count(),
          count.getLong(2));
    } finally {
      writers.shutdownNow();
    }
  }

  private static <T> T ended(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("resolve was interrupted", e);
    }
  }

  private static Row counts(Dataset<Row> resolved) {
    return resolved
        .agg(
            count(lit(1)),
            coalesce(sum(size(col("mentions"))), lit(0L)),
            coalesce(sum(size(col("quotes"))), lit(0L)))
        .first();
  }

  /** A row an article with all that was found in it, as {@link ArticleResolver#TYPE}. */
  private static Dataset<Row> resolved(
      SparkSession spark, Warehouse warehouse, Config config, Broadcast<ArticleResolver> resolver) {
    Dataset<Row> annotations =
        warehouse
            .read(Table.ANNOTATIONS)
            .where(col("pipeline").equalTo(config.pipeline()))
            .select("text_id", "sentences", "quote_spans");
    int cores = spark.sparkContext().defaultParallelism();
    if (annotations.inputFiles().length < cores) {
      annotations = annotations.repartition(cores * TASKS_PER_CORE, col("text_id"));
    }
    return warehouse
        .read(Table.ARTICLES)
        .select("article_id", "text_id", "cluster_id", "source", "month", "published_at", "text")
        .join(annotations, "text_id")
        .map(
            (MapFunction<Row, Row>) article -> resolver.value().resolve(article),
            Encoders.row(ArticleResolver.TYPE));
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
            .agg(max(struct("articles", "name", "type", "wikidata_id", "roll_up")).as("entity"))
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
    return sorted(named.join(counts, "entity_id"), col("entity_id"));
  }

  private static Dataset<Row> aliases(Dataset<Row> mentions) {
    return sorted(
        mentions
            .groupBy(col("text").as("alias"), col("entity_id"), col("rule"))
            .agg(
                count(lit(1)).as("count"),
                avg(col("confidence").cast("decimal(9,6)")).as("mean_confidence")),
        col("entity_id"),
        desc("count"),
        col("alias"),
        col("rule"));
  }

  /** Rows for one file, in order. */
  private static Dataset<Row> sorted(Dataset<Row> rows, Column... order) {
    return rows.repartition(1).sortWithinPartitions(order);
  }
}
