package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.SideBySide;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * Counts who appears with whom: the pairs of all time, of each month, week and outlet, the entities
 * beside them, and what follows from both (backbones, network, bursts, same company).
 */
public final class CooccurJob {
  private static final String STAGE = "cooccur";

  /** Pairs in so many independent texts have all their months and weeks. */
  private static final int SERIES_CLUSTERS = 5;

  private CooccurJob() {}

  /**
   * What to count and how.
   *
   * @param warehouse folder of the tables
   * @param pipeline fingerprint of the annotations that the mentions were made from
   * @param seeds offices and seats, which tell who is a part of whom
   * @param mostEntities in a window with more different entities than that, only the first so many
   *     (by id) make pairs; such windows are rows of capped_windows
   * @param leastWindows pairs with so many common windows in a month, or in all, are written; all
   *     are counted and tested
   * @param slidingSentences also count in a window that slides over so many sentences; 0 for none
   */
  public record Config(
      String warehouse,
      String pipeline,
      Seeds seeds,
      int mostEntities,
      int leastWindows,
      int slidingSentences) {
    /** A list of 400 names is no text about any two of them. */
    static final int MOST_ENTITIES = 300;

    /** What met once is no finding, and four fifths of all that met. */
    static final int LEAST_WINDOWS = 2;

    private static final int MOST_SENTENCES = 50;

    public Config {
      if (mostEntities < 2) {
        throw new IllegalArgumentException(
            "--most-entities must be at least 2, not " + mostEntities);
      }
      if (leastWindows < 1) {
        throw new IllegalArgumentException(
            "--least-windows must be at least 1, not " + leastWindows);
      }
      if (slidingSentences < 0 || slidingSentences == 1 || slidingSentences > MOST_SENTENCES) {
        throw new IllegalArgumentException(
            "--window must be 2 to %d sentences, or 0 for none, not %d"
                .formatted(MOST_SENTENCES, slidingSentences));
      }
    }

    /** The settings of a run that says nothing else. */
    public static Config of(String warehouse, String pipeline, Seeds seeds) {
      return new Config(warehouse, pipeline, seeds, MOST_ENTITIES, LEAST_WINDOWS, 0);
    }
  }

  /**
   * What the stage wrote.
   *
   * @param entities rows of entity_stats
   * @param pairs rows of cooccurrence
   * @param cappedWindows windows with more entities than make pairs
   * @param countedMonths months whose articles were counted; the others had not changed
   */
  public record Result(long entities, long pairs, long cappedWindows, long countedMonths) {
    /** The result in one line. */
    public String summary() {
      return "cooccur: %,d months counted; %,d rows of pairs, %,d of entities, %,d windows with too many entities"
          .formatted(countedMonths, pairs, entities, cappedWindows);
    }
  }

  /** Reads mentions and writes the tables of pairs and entities. */
  public static Result run(SparkSession spark, Config config, RunMetrics metrics) {
    long start = System.nanoTime();
    spark.sparkContext().setJobGroup(STAGE, "Parley cooccur", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    var articles = warehouse.read(Table.ARTICLES);
    var mentions = Corpus.counted(warehouse.read(Table.MENTIONS));
    var annotations =
        warehouse.read(Table.ANNOTATIONS).where(col("pipeline").equalTo(config.pipeline()));
    var kinds = WindowKind.all(config.slidingSentences());
    var states = new States(warehouse);
    var counted =
        states.update(
            new States.Input(articles, mentions, annotations),
            kinds,
            config.mostEntities(),
            config.pipeline());
    var names = states.names();
    var counting = states.counting(kinds, names);
    var partOf = PartOf.of(warehouse.read(Table.ENTITIES), config.seeds());
    var months =
        new DerivedMonths(
            warehouse, counting.calendar(), states.digests(), names, partOf, config.leastWindows());
    var staleEntities = months.stale(Table.ENTITY_STATS);
    var stalePairs = months.stale(Table.COOCCURRENCE);
    var stale = (BitSet) staleEntities.clone();
    stale.or(stalePairs);
    var entityRows = counting.entityRows(stale);
    var list = counting.margins(entityRows);
    var margins = new HashMap<String, Margins>();
    for (int i = 0; i < kinds.size(); i++) {
      margins.put(kinds.get(i).label(), list.get(i));
    }
    var pairRows =
        counting
            .pairRows(stalePairs, list, new Keep(config.leastWindows(), SERIES_CLUSTERS, 1))
            .withColumn(
                "p_value", NullModel.pValue(spark, sizes(counting, kinds, stalePairs), margins))
            .persist(StorageLevel.MEMORY_AND_DISK());
    var tested =
        FalseDiscovery.adjusted(pairRows.where("unit IN ('all', 'month')"), margins)
            .withColumn("null_model", expr(NullModel.nameSql(kinds)));
    var tables = new CooccurTables(counting);
    var edges =
        tables
            .measured(
                pairRows.where("unit = 'all' AND voice_number = " + Voice.ALL.code()), "a", "b")
            .selectExpr(
                "context",
                "a",
                "b",
                "entity_a",
                "entity_b",
                "n_ab AS weight",
                "npmi",
                NetworkTable.BROAD_SQL);
    SideBySide.run(
        () -> {
          warehouse.replace(
              Table.COOCCURRENCE, tables.cooccurrence(tested, partOf), months.digests());
          warehouse.replace(Table.COOCCURRENCE_WEEKS, tables.weeks(pairRows));
          warehouse.replace(Table.COOCCURRENCE_OUTLETS, tables.outlets(pairRows));
          warehouse.replace(Table.PAIR_BURSTS, tables.pairBursts(pairRows).coalesce(1));
        },
        () -> {
          warehouse.replace(
              Table.ENTITY_STATS, tables.entityStats(entityRows, staleEntities), months.digests());
          warehouse.replace(Table.BURSTS, tables.bursts(entityRows).coalesce(1));
          warehouse.replace(Table.CAPPED_WINDOWS, tables.capped().coalesce(1));
          var network = new NetworkTable(edges.where("context = 'sentence'"));
          warehouse.replace(Table.ENTITY_NETWORK, network.places().coalesce(1));
          warehouse.replace(Table.SAME_COMPANY, network.sameCompany().coalesce(1));
          warehouse.replace(
              Table.COOCCURRENCE_BACKBONE, Backbone.of(edges, tables.nodes(pairRows)));
        });
    pairRows.unpersist();
    entityRows.unpersist();
    var result =
        new Result(
            warehouse.read(Table.ENTITY_STATS).count(),
            warehouse.read(Table.COOCCURRENCE).count(),
            warehouse.read(Table.CAPPED_WINDOWS).count(),
            counted.size());
    metrics.put(STAGE, "entity_rows", result.entities);
    metrics.put(STAGE, "pair_rows", result.pairs);
    metrics.put(STAGE, "capped_windows", result.cappedWindows);
    metrics.put(STAGE, "counted_months", result.countedMonths);
    metrics.put(STAGE, "seconds", (System.nanoTime() - start) / 1e9);
    metrics.write(spark, warehouse);
    return result;
  }

  /** The sizes of the windows of some months and of all, for the kinds that are not of one size. */
  private static List<NullModel.Sizes> sizes(
      Counting counting, List<WindowKind> kinds, BitSet wanted) {
    var uneven = kinds.stream().filter(kind -> !kind.isOfOneSize()).map(WindowKind::label).toList();
    var sizes = new HashMap<String, Map<Integer, WindowSizes>>();
    for (Row row :
        counting
            .blocks()
            .where(col("kind").equalTo(Blocks.SIZE).and(col("context").isInCollection(uneven)))
            .select("context", "month", "block")
            .collectAsList()) {
      var months = sizes.computeIfAbsent(row.getString(0), c -> new HashMap<>());
      int month = counting.calendar().number(row.getString(1));
      months.computeIfAbsent(Sums.ALL, m -> new WindowSizes()).addAll(row.getAs(2));
      if (wanted.get(month)) {
        months.computeIfAbsent(month, m -> new WindowSizes()).addAll(row.getAs(2));
      }
    }
    var slices = new ArrayList<NullModel.Sizes>();
    sizes.forEach(
        (context, months) ->
            months.forEach(
                (period, counts) -> {
                  for (var voice : Voice.values()) {
                    slices.add(
                        new NullModel.Sizes(
                            new NullModel.Slice(context, period, voice.code()),
                            counts.histogram(voice.code())));
                  }
                }));
    return slices;
  }
}
