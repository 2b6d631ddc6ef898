package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * What one slice of the articles names more than another does: log odds with an informative
 * Dirichlet prior (Monroe, Colaresi and Quinn 2008). Slices are outlets, months, words in the text:
 * any condition on the articles table.
 */
public final class CompareJob {
  /** As where pairs are counted: of a long list, the first names alone make pairs. */
  private static final int MOST_ENTITIES = CooccurJob.Config.MOST_ENTITIES;

  private CompareJob() {}

  /** What is compared. */
  public enum Subject {
    /** Entities alone. */
    ENTITIES("transform(named, e -> struct(e AS entity_a, CAST(NULL AS STRING) AS entity_b))"),
    /** Two entities in the same window. */
    PAIRS(
        """
        flatten(transform(named, (a, i) ->
          transform(slice(named, i + 2, size(named)), b -> struct(a AS entity_a, b AS entity_b))))
        """);

    private final String sql;

    Subject(String sql) {
      this.sql = sql;
    }
  }

  /** In what windows subjects are counted, each once a window. */
  public enum Context {
    /** An article. */
    ARTICLE("article_id"),
    /** A sentence; one that several texts of a slice print counts once. */
    SENTENCE("article_id, sentence_index");

    private final String key;

    Context(String key) {
      this.key = key;
    }
  }

  /**
   * What to compare.
   *
   * @param warehouse folder of the tables
   * @param first condition on the articles of the first slice, SQL
   * @param second condition on those of the second
   * @param subject entities or pairs
   * @param context the window
   * @param prior sum of the prior counts, which are shared out by frequency in both slices together
   * @param least a subject needs so many windows in both slices together
   */
  public record Config(
      String warehouse,
      String first,
      String second,
      Subject subject,
      Context context,
      double prior,
      long least) {
    public Config {
      if (!(prior > 0)) {
        throw new IllegalArgumentException("--prior must be above 0, not " + prior);
      }
      if (least < 1) {
        throw new IllegalArgumentException("--least must be at least 1, not " + least);
      }
    }
  }

  /**
   * Compares.
   *
   * @return entity_a, entity_b (null for entities), first_count, second_count, first_all,
   *     second_all, delta (first minus second), ci_low, ci_high, z (null where there is nothing
   *     else); by z, the greatest first
   * @throws IllegalArgumentException if a condition cannot be understood or finds no article
   */
  public static Dataset<Row> run(SparkSession spark, Config config) {
    var warehouse = new Warehouse(spark, config.warehouse);
    var articles = warehouse.read(Table.ARTICLES);
    var counts =
        counts(warehouse, slice(articles, config.first, "--first"), config)
            .withColumn("slice", lit(1))
            .unionByName(
                counts(warehouse, slice(articles, config.second, "--second"), config)
                    .withColumn("slice", lit(2)))
            .groupBy("entity_a", "entity_b")
            .agg(
                expr("coalesce(sum(n) FILTER (WHERE slice = 1), 0)").as("first_count"),
                expr("coalesce(sum(n) FILTER (WHERE slice = 2), 0)").as("second_count"))
            .cache();
    Row all = counts.selectExpr("sum(first_count)", "sum(second_count)").head();
    double firstAll = all.isNullAt(0) ? 0 : all.getLong(0);
    double secondAll = all.isNullAt(1) ? 0 : all.getLong(1);
    return counts
        .where(expr("first_count + second_count").geq(config.least))
        .withColumn("first_all", lit((long) firstAll))
        .withColumn("second_all", lit((long) secondAll))
        .withColumn(
            "odds",
            expr(
                "IF(first_count + second_count = first_all + second_all, NULL,"
                    + " parley_dirichlet_log_odds(first_count, first_all, second_count, second_all,"
                    + " %1$s * (first_count + second_count) / (first_all + second_all), %1$s))"
                        .formatted(config.prior)))
        .selectExpr(
            "entity_a",
            "entity_b",
            "first_count",
            "second_count",
            "first_all",
            "second_all",
            "odds.delta",
            "odds.ci_low",
            "odds.ci_high",
            "odds.z")
        .sort(col("z").desc(), col("entity_a"), col("entity_b"));
  }

  /** One article of each near-duplicate cluster that has some in the slice. */
  private static Dataset<Row> slice(Dataset<Row> articles, String condition, String option) {
    Dataset<Row> found;
    try {
      found = articles.where(condition);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(
            "%s: no condition on the articles table: %s".formatted(option, condition), e);
      }
      throw e;
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("%s: no article has %s".formatted(option, condition));
    }
    return found
        .groupBy("cluster_id")
        .agg(expr("min_by(article_id, struct(published_at, article_id))").as("article_id"))
        .select("article_id")
        .join(articles, "article_id");
  }

  /**
   * Mentions of a slice; a sentence that several of its texts print has them in the first alone.
   */
  private static Dataset<Row> mentions(Warehouse warehouse, Dataset<Row> slice, Context context) {
    var mentions =
        Corpus.counted(warehouse.read(Table.MENTIONS))
            .join(slice, new String[] {"article_id"}, "left_semi")
            .select("article_id", "sentence_index", "entity_id");
    if (context != Context.SENTENCE) {
      return mentions;
    }
    return mentions
        .join(
            RepeatedSentences.of(slice, warehouse.read(Table.ANNOTATIONS)),
            new String[] {"article_id"},
            "left")
        .where("repeated IS NULL OR NOT exists(repeated, place -> place DIV 2 = sentence_index)");
  }

  private static Dataset<Row> counts(Warehouse warehouse, Dataset<Row> slice, Config config) {
    return mentions(warehouse, slice, config.context)
        .selectExpr("struct(%s) AS window".formatted(config.context.key), "entity_id")
        .groupBy("window")
        .agg(
            expr("slice(array_sort(collect_set(entity_id)), 1, %d)"
                    .formatted(config.subject == Subject.PAIRS ? MOST_ENTITIES : Integer.MAX_VALUE))
                .as("named"))
        .selectExpr("inline(%s)".formatted(config.subject.sql))
        .groupBy("entity_a", "entity_b")
        .count()
        .withColumnRenamed("count", "n");
  }
}
