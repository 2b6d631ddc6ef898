package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;
import org.parley.stance.OpenTargetGroups;
import org.parley.stance.Strikes;

/**
 * Finds stances in annotated articles and sums them up, into the tables {@code stance_evidence},
 * {@code stance_stats}, {@code stance_breakdown}, {@code stance_rollup}, {@code open_targets} and
 * {@code actor_congruence}.
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
   * @param struck rows of evidence that a person has struck out
   * @param idle records of strike.csv that are of no row of evidence
   */
  public record Result(
      long evidence, long stances, long verdicts, long failed, long struck, List<Long> idle) {
    /** The result in one line. */
    public String summary() {
      return "stance: %,d rows of evidence, %,d pairs of holder and target, %,d with a verdict%s%s%s"
          .formatted(
              evidence,
              stances,
              verdicts,
              failed == 0 ? "" : ", %,d articles failed".formatted(failed),
              struck == 0 ? "" : ", %,d rows struck out".formatted(struck),
              idle.isEmpty()
                  ? ""
                  : "%nno evidence for record %s of %s: look its ids up with parley explain"
                      .formatted(
                          idle.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                          Seeds.STRIKE));
    }
  }

  /** The records of strikes that strike nothing. */
  private static List<Long> idle(Dataset<Row> evidence, Strikes strikes) {
    if (strikes.all().isEmpty()) {
      return List.of();
    }
    var struck =
        evidence
            .where("struck")
            .select("article_id", "sentence_index", "holder_id", "target_id")
            .collectAsList();
    return strikes.all().stream()
        .filter(
            strike ->
                struck.stream()
                    .noneMatch(
                        row ->
                            strike.covers(
                                row.getString(0),
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3))))
        .map(Strikes.Strike::record)
        .toList();
  }

  /** Reads annotations, mentions and quotations and writes the tables of stances. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley stance", false);
    ScorerOption.require(spark, config.scorer());
    // Read here first: what is wrong with the file is told before any task fails on it.
    var strikes = Strikes.of(config.seeds());
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
    warehouse.replace(
        Table.STANCE_BREAKDOWN, StanceGroups.breakdown(evidence, articles).coalesce(4));
    warehouse.replace(
        Table.STANCE_ROLLUP, StanceGroups.rollup(evidence, articles, config.seeds()).coalesce(2));
    warehouse.replace(
        Table.OPEN_TARGETS,
        OpenTargetTable.of(
                evidence, articles, OpenTargetGroups.of(config.seeds(), config.scorer().meaning()))
            .coalesce(1));
    Dataset<Row> stats = warehouse.read(Table.STANCE_STATS);
    warehouse.replace(Table.ACTOR_CONGRUENCE, ActorCongruence.of(stats).coalesce(1));
    var all = stats.where("month = 'all'");
    var result =
        new Result(
            evidence.count(),
            all.count(),
            all.where("verdict != 'insufficient'").count(),
            failed.value(),
            evidence.where("struck").count(),
            idle(evidence, strikes));
    metrics.put(STAGE, "evidence_rows", result.evidence);
    metrics.put(STAGE, "stances", result.stances);
    metrics.put(STAGE, "verdicts", result.verdicts);
    metrics.put(STAGE, "failed_articles", result.failed);
    metrics.put(STAGE, "struck_rows", result.struck);
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return result;
  }
}
