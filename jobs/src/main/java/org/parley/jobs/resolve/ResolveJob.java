package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.SideBySide;
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
      var variants =
          VariantLinks.of(
              JavaSparkContext.fromSparkContext(spark.sparkContext()),
              found,
              config.seeds(),
              partitions(spark));
      Dataset<Row> ruled = UserRulings.apply(NamesakeLinks.apply(found, variants), config.seeds());
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
    var counted =
        EntityTables.of(resolved, partitions(spark))
            .keyBy(entity -> UTF8String.fromString(entity.row().getString(0)))
            .repartitionAndSortWithinPartitions(new HashPartitioner(1))
            .values();
    var entities = counted.map(EntityTables.Counted::row);
    var aliases = counted.flatMap(entity -> entity.aliases().iterator());
    SideBySide.run(
        () -> warehouse.replace(Table.MENTIONS, mentions.coalesce(files)),
        () -> warehouse.replace(Table.QUOTES, quotes.coalesce(files)),
        () -> replace(spark, warehouse, Table.ENTITIES, entities),
        () -> replace(spark, warehouse, Table.ENTITY_ALIASES, aliases));
    long[] counts = counts(resolved);
    return new Result(counts[0], counts[1], counted.count(), counts[2]);
  }

  private static void replace(
      SparkSession spark, Warehouse warehouse, Table table, JavaRDD<Row> rows) {
    warehouse.replace(table, spark.createDataFrame(rows, table.schema().structType()));
  }

  /** How many articles, mentions and quotations there are. */
  private static long[] counts(Dataset<Row> resolved) {
    return resolved
        .select("mentions", "quotes")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .map(
            article ->
                new long[] {
                  1, article.getArray(0).numElements(), article.getArray(1).numElements()
                })
        .fold(
            new long[3],
            (one, other) -> new long[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]});
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

  /** As many as a shuffle of Spark's own has. */
  private static int partitions(SparkSession spark) {
    return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
  }
}
