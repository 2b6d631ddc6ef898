package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;

/**
 * Finds stances in annotated articles and sums them up, into the tables {@code stance_evidence},
 * {@code stance_stats} and {@code actor_congruence}.
 */
public final class StanceJob {
  private static final String STAGE = "stance";

  private StanceJob() {}

  /**
   * What to read and by which facts.
   *
   * @param warehouse folder of the tables
   * @param pipeline fingerprint of the annotations that mentions and quotations were made from
   * @param seeds lexicon, issues, entities
   * @param scorer says how far evidence is to be believed
   */
  public record Config(String warehouse, String pipeline, Seeds seeds, Scorer scorer) {}

  /**
   * What the stage wrote.
   *
   * @param evidence rows of stance_evidence
   * @param stances pairs of holder and target, over all months
   * @param verdicts those of them that have a verdict of favour, against, mixed or undecided
   * @param failed articles that the extractor failed on
   */
  public record Result(long evidence, long stances, long verdicts, long failed) {
    /** The result in one line. */
    public String summary() {
      return "stance: %,d rows of evidence, %,d pairs of holder and target, %,d with a verdict%s"
          .formatted(
              evidence,
              stances,
              verdicts,
              failed == 0 ? "" : ", %,d articles failed".formatted(failed));
    }
  }

  /** Reads annotations, mentions and quotations and writes the tables of stances. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley stance", false);
    ScorerOption.require(spark, config.scorer());
    var warehouse = new Warehouse(spark, config.warehouse());
    var failed = spark.sparkContext().longAccumulator("articles that fail");
    var articles = warehouse.read(Table.ARTICLES);
    warehouse.replace(
        Table.STANCE_EVIDENCE,
        EvidenceTable.of(
            articles,
            warehouse.read(Table.ANNOTATIONS).where(col("pipeline").equalTo(config.pipeline())),
            warehouse.read(Table.MENTIONS),
            warehouse.read(Table.ENTITIES),
            warehouse.read(Table.QUOTES),
            config.seeds(),
            config.scorer(),
            failed));
    Dataset<Row> evidence = warehouse.read(Table.STANCE_EVIDENCE);
    warehouse.replace(Table.STANCE_STATS, StanceStats.of(evidence, articles).coalesce(4));
    Dataset<Row> stats = warehouse.read(Table.STANCE_STATS);
    warehouse.replace(Table.ACTOR_CONGRUENCE, ActorCongruence.of(stats).coalesce(1));
    var all = stats.where("month = 'all'");
    var result =
        new Result(
            evidence.count(),
            all.count(),
            all.where("verdict != 'insufficient'").count(),
            failed.value());
    metrics.put(STAGE, "evidence_rows", result.evidence);
    metrics.put(STAGE, "stances", result.stances);
    metrics.put(STAGE, "verdicts", result.verdicts);
    metrics.put(STAGE, "failed_articles", result.failed);
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return result;
  }
}
