package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Counts who appears with whom, into the tables {@code cooccurrence}, {@code entity_stats}, {@code
 * cooccurrence_backbone}, {@code entity_network} and {@code bursts}.
 */
public final class CooccurJob {
  private static final String STAGE = "cooccur";

  private CooccurJob() {}

  /**
   * What to count and how.
   *
   * @param warehouse folder of the tables
   * @param pipeline fingerprint of the annotations that the mentions were made from
   * @param seeds offices and seats, which tell who is a part of whom
   * @param mostEntities in a window with more different entities than that, only the first so many
   *     (by id) make pairs; the number of such windows is noted in job_metrics
   */
  public record Config(String warehouse, String pipeline, Seeds seeds, int mostEntities) {
    /** A list of 400 names is no text about any two of them. */
    static final int MOST_ENTITIES = 300;

    public Config {
      if (mostEntities < 2) {
        throw new IllegalArgumentException(
            "--most-entities must be at least 2, not " + mostEntities);
      }
    }

    /** The settings of a run that says nothing else. */
    public static Config of(String warehouse, String pipeline, Seeds seeds) {
      return new Config(warehouse, pipeline, seeds, MOST_ENTITIES);
    }
  }

  /**
   * What the stage wrote.
   *
   * @param entities rows of entity_stats
   * @param pairs rows of cooccurrence
   * @param cappedWindows windows with more entities than make pairs
   */
  public record Result(long entities, long pairs, long cappedWindows) {
    /** The result in one line. */
    public String summary() {
      return "cooccur: %,d rows of pairs, %,d of entities, %,d windows with too many entities"
          .formatted(pairs, entities, cappedWindows);
    }
  }

  /** Reads mentions and writes the tables of pairs and entities. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley cooccur", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    var articles = warehouse.read(Table.ARTICLES);
    var mentions = warehouse.read(Table.MENTIONS);
    var annotations =
        warehouse.read(Table.ANNOTATIONS).where(col("pipeline").equalTo(config.pipeline()));
    var corpus = Corpus.of(articles, mentions, annotations);
    var partOf = PartOf.pairs(warehouse.read(Table.ENTITIES), config.seeds());
    var kept = new ArrayList<Dataset<Row>>();
    kept.add(corpus.clusters());
    Dataset<Row> entityStats = null;
    Dataset<Row> cooccurrence = null;
    long capped = 0;
    for (WindowKind kind : WindowKind.values()) {
      var entityCounts =
          CooccurTables.entityCounts(corpus, kind).persist(StorageLevel.MEMORY_AND_DISK());
      var tested =
          CooccurTables.counted(
                  corpus,
                  kind,
                  CooccurTables.pairCounts(corpus, kind, config.mostEntities()),
                  entityCounts)
              .withColumn("p_value", NullModel.pValue(kind, corpus, entityCounts))
              .persist(StorageLevel.MEMORY_AND_DISK());
      kept.add(entityCounts);
      kept.add(tested);
      entityStats = union(entityStats, CooccurTables.entityStats(corpus, kind, entityCounts));
      cooccurrence = union(cooccurrence, CooccurTables.cooccurrence(corpus, kind, tested, partOf));
      capped += cappedWindows(corpus, kind, config);
    }
    warehouse.replace(
        Table.ENTITY_STATS, entityStats.hint("rebalance", expr("context"), expr("month")));
    warehouse.replace(
        Table.COOCCURRENCE, cooccurrence.hint("rebalance", expr("context"), expr("month")));
    kept.forEach(Dataset::unpersist);

    writeWhole(warehouse, articles, mentions);
    corpus.release();
    var result =
        new Result(
            warehouse.read(Table.ENTITY_STATS).count(),
            warehouse.read(Table.COOCCURRENCE).count(),
            capped);
    metrics.put(STAGE, "entity_rows", result.entities);
    metrics.put(STAGE, "pair_rows", result.pairs);
    metrics.put(STAGE, "capped_windows", capped);
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return result;
  }

  /** The tables about the corpus as a whole. */
  private static void writeWhole(
      Warehouse warehouse, Dataset<Row> articles, Dataset<Row> mentions) {
    var edges =
        warehouse
            .read(Table.COOCCURRENCE)
            .where("month = 'all' AND voice = 'all'")
            .selectExpr("context", "entity_a", "entity_b", "n_ab AS weight");
    warehouse.replace(Table.COOCCURRENCE_BACKBONE, Backbone.of(edges));
    warehouse.replace(
        Table.ENTITY_NETWORK, NetworkTable.of(edges.where("context = 'sentence'")).coalesce(1));
    var documents =
        articles
            .where("published_at IS NOT NULL")
            .groupBy("cluster_id")
            .agg(
                expr("min_by(struct(article_id, to_date(published_at) AS day), struct(published_at, article_id))")
                    .as("d"))
            .select("d.article_id", "d.day");
    warehouse.replace(Table.BURSTS, Bursts.of(documents, mentions).coalesce(1));
  }

  private static long cappedWindows(Corpus corpus, WindowKind kind, Config config) {
    return corpus
        .clusters()
        .select(inline(ClusterExpressions.sizes(kind)))
        .where("voice = " + Voice.ALL.code() + " AND size > " + config.mostEntities())
        .count();
  }

  private static Dataset<Row> union(Dataset<Row> some, Dataset<Row> more) {
    return some == null ? more : some.unionByName(more);
  }
}
