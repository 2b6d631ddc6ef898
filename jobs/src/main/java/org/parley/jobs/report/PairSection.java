package org.parley.jobs.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The pairs of entities with the strongest evidence, their months, and sentences that show them.
 *
 * @param pairs the pairs, still without sentences, the strongest first
 * @param places for each of them, where it stands, of different near-duplicate clusters
 * @param all pairs that the tables hold
 */
record PairSection(List<ReportData.Pair> pairs, List<List<Place>> places, long all) {
  private record Key(String a, String b) {
    static Key of(Cells row) {
      return new Key(row.text("entity_a"), row.text("entity_b"));
    }
  }

  static PairSection read(SparkSession spark, Limits limits) {
    var sentence = "context = 'sentence' AND voice = 'all' AND n_ab > 0";
    var strongest =
        spark.sql(
            "SELECT * FROM cooccurrence WHERE "
                + sentence
                + " AND month = 'all' ORDER BY g2 DESC, n_ab DESC, entity_a, entity_b LIMIT "
                + limits.pairs());
    spark
        .createDataFrame(strongest.collectAsList(), strongest.schema())
        .createOrReplaceTempView("report_pairs");
    var months = new HashMap<Key, List<List<Object>>>();
    Cells.each(
        spark,
        MONTHS.formatted(limits.pairMonths()),
        row ->
            months
                .computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                .add(
                    List.of(
                        row.text("month"),
                        row.count("n_ab"),
                        row.measure("npmi"),
                        row.measure("g2"),
                        row.measure("ci_low"),
                        row.measure("q_value"))));
    var places = new HashMap<Key, List<Place>>();
    Cells.each(
        spark,
        SENTENCES.formatted(limits.sentencesPerPair()),
        row -> places.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(Place.of(row)));
    var pairs =
        Cells.rows(
            spark,
            "SELECT p.*, coalesce(b.in_noise_corrected, false) AS backbone FROM report_pairs p LEFT JOIN"
                + " (SELECT * FROM cooccurrence_backbone WHERE context = 'sentence') b USING (entity_a, entity_b)"
                + " ORDER BY p.g2 DESC, p.n_ab DESC, entity_a, entity_b",
            row -> pair(row, months.getOrDefault(Key.of(row), List.of())));
    return new PairSection(
        pairs,
        pairs.stream()
            .map(pair -> places.getOrDefault(new Key(pair.a(), pair.b()), List.of()))
            .toList(),
        spark.sql("SELECT 1 FROM cooccurrence WHERE month = 'all' AND " + sentence).count());
  }

  private static final String MONTHS =
      """
      SELECT * FROM (
        SELECT c.* FROM cooccurrence c JOIN report_pairs p USING (entity_a, entity_b)
        WHERE c.context = 'sentence' AND c.voice = 'all' AND c.n_ab > 0 AND c.month <> 'all'
        ORDER BY c.g2 DESC, entity_a, entity_b, c.month LIMIT %d)
      ORDER BY entity_a, entity_b, month
      """;

  /** One sentence of each near-duplicate cluster, different outlets first, then the surest. */
  private static final String SENTENCES =
      """
      WITH named AS (
        SELECT article_id, sentence_index, entity_id, max(confidence) AS confidence, min(begin) AS begin, min(end) AS end
        FROM mentions
        WHERE entity_id IN (SELECT entity_a FROM report_pairs UNION SELECT entity_b FROM report_pairs)
        GROUP BY article_id, sentence_index, entity_id),
      both_named AS (
        SELECT p.entity_a, p.entity_b, x.article_id, x.sentence_index, least(x.begin, y.begin) AS begin,
          least(x.end, y.end) AS end, x.confidence * y.confidence AS confidence
        FROM named x JOIN named y USING (article_id, sentence_index)
        JOIN report_pairs p ON p.entity_a = x.entity_id AND p.entity_b = y.entity_id),
      independent AS (
        SELECT n.*, t.source, t.published_at, row_number() OVER (PARTITION BY entity_a, entity_b, t.cluster_id
          ORDER BY confidence DESC, t.published_at, article_id, sentence_index) AS copy
        FROM both_named n JOIN articles t USING (article_id)),
      spread AS (
        SELECT *, row_number() OVER (PARTITION BY entity_a, entity_b, source
          ORDER BY confidence DESC, published_at DESC, article_id, sentence_index) AS turn
        FROM independent WHERE copy = 1),
      ranked AS (
        SELECT *, row_number() OVER (PARTITION BY entity_a, entity_b
          ORDER BY turn, confidence DESC, published_at DESC, article_id, sentence_index) AS place FROM spread)
      SELECT * FROM ranked WHERE place <= %d ORDER BY entity_a, entity_b, place
      """;

  /** The entities that the pairs name. */
  Set<String> entities() {
    var ids = new TreeSet<String>();
    pairs.forEach(pair -> ids.addAll(List.of(pair.a(), pair.b())));
    return ids;
  }

  Stream<Place> wanted() {
    return places.stream().flatMap(List::stream);
  }

  /** The pairs with their sentences. */
  List<ReportData.Pair> with(Excerpts excerpts) {
    var out = new ArrayList<ReportData.Pair>();
    for (int i = 0; i < pairs.size(); i++) {
      var p = pairs.get(i);
      var sentences =
          excerpts.spots(places.get(i)).stream().map(Excerpts.Spot::excerpt).distinct().toList();
      out.add(
          new ReportData.Pair(
              p.a(),
              p.b(),
              p.n(),
              p.expected(),
              p.npmi(),
              p.g2(),
              p.odds(),
              p.low(),
              p.high(),
              p.q(),
              p.part(),
              p.backbone(),
              p.clusters(),
              p.outlets(),
              p.first(),
              p.last(),
              p.months(),
              sentences));
    }
    return out;
  }

  private static ReportData.Pair pair(Cells row, List<List<Object>> months) {
    return new ReportData.Pair(
        row.text("entity_a"),
        row.text("entity_b"),
        row.count("n_ab"),
        row.measure("expected"),
        row.measure("npmi"),
        row.measure("g2"),
        row.measure("log_odds"),
        row.measure("ci_low"),
        row.measure("ci_high"),
        row.measure("q_value"),
        row.flag("part_of"),
        row.flag("backbone"),
        row.count("cluster_count"),
        row.count("outlet_count"),
        row.day("first_seen"),
        row.day("last_seen"),
        months,
        List.of());
  }
}
