package org.parley.jobs.export;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.export.Graph.Attribute;
import org.parley.jobs.export.Graph.Direction;
import org.parley.jobs.export.Graph.Edge;
import org.parley.jobs.export.Graph.Node;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** The two networks of a corpus: who is named with whom, and who stands for or against what. */
final class Graphs {
  private static final List<Attribute> PAIR =
      List.of(
          new Attribute("npmi", "double"),
          new Attribute("log_odds", "double"),
          new Attribute("ci_low", "double"),
          new Attribute("q_value", "double"),
          new Attribute("clusters", "long"),
          new Attribute("outlets", "long"),
          new Attribute("in_backbone", "boolean"),
          new Attribute("part_of", "boolean"));

  private static final List<Attribute> STANCE =
      List.of(
          new Attribute("verdict", "string"),
          new Attribute("score", "double"),
          new Attribute("ci_low", "double"),
          new Attribute("ci_high", "double"),
          new Attribute("p_favour", "double"),
          new Attribute("clusters", "long"),
          new Attribute("outlets", "long"),
          new Attribute("evidence", "string"));

  private Graphs() {}

  /**
   * The entities that share sentences. An edge weighs as much as there are sentences with both, a
   * near-duplicate cluster counted once.
   *
   * @param minTexts pairs that fewer independent texts name are left out
   */
  static Graph cooccurrence(SparkSession spark, Warehouse warehouse, int minTexts) {
    views(warehouse);
    String pairs = " FROM cooccurrence WHERE context = 'sentence' AND voice = 'all' AND n_ab > 0";
    String chosen =
        pairs
            + " AND month = 'all' AND cluster_count >= "
            + minTexts
            + " AND entity_a IN (SELECT entity_id FROM entity_network)"
            + " AND entity_b IN (SELECT entity_id FROM entity_network)";
    var nodes = new ArrayList<Node>();
    for (Row row :
        spark
            .sql(
                "SELECT n.entity_id, coalesce(e.name, n.entity_id), e.type, n.community, n.pagerank,"
                    + " n.degree, n.core, e.cluster_count FROM entity_network n LEFT JOIN entities e"
                    + " USING (entity_id) WHERE n.entity_id IN (SELECT entity_a"
                    + chosen
                    + " UNION SELECT entity_b"
                    + chosen
                    + ") ORDER BY n.entity_id")
            .collectAsList()) {
      nodes.add(new Node(row.getString(0), row.getString(1), values(row, 2)));
    }
    Map<String, SortedMap<YearMonth, Double>> months =
        months(spark, "SELECT entity_a, entity_b, month, CAST(n_ab AS DOUBLE)" + pairs);
    var edges = new ArrayList<Edge>();
    for (Row row :
        spark
            .sql(
                "SELECT c.entity_a, c.entity_b, CAST(c.n_ab AS DOUBLE), c.npmi, c.log_odds,"
                    + " c.ci_low, c.q_value, c.cluster_count, c.outlet_count,"
                    + " coalesce(b.in_noise_corrected, false), c.part_of FROM (SELECT *"
                    + chosen
                    + ") c LEFT JOIN cooccurrence_backbone b"
                    + " ON b.context = 'sentence' AND b.entity_a = c.entity_a"
                    + " AND b.entity_b = c.entity_b ORDER BY 1, 2")
            .collectAsList()) {
      edges.add(edge(row, months));
    }
    return new Graph(
        "Entities that are named in one sentence; weights are sentences.",
        Direction.UNDIRECTED,
        List.of(
            new Attribute("type", "string"),
            new Attribute("community", "string"),
            new Attribute("pagerank", "double"),
            new Attribute("degree", "long"),
            new Attribute("core", "long"),
            new Attribute("clusters", "long")),
        nodes,
        PAIR,
        edges);
  }

  /**
   * Holders and what they stand for or against. An edge weighs as much as there are independent
   * texts that show the stance; its verdict and score say which side.
   */
  static Graph stances(SparkSession spark, Warehouse warehouse) {
    views(warehouse);
    String known = " FROM stance_stats WHERE verdict <> 'insufficient'";
    Map<String, SortedMap<YearMonth, Double>> months =
        months(
            spark,
            "SELECT holder_id, target_id, month, CAST(cluster_count AS DOUBLE) FROM stance_stats");
    var edges = new ArrayList<Edge>();
    for (Row row :
        spark
            .sql(
                "SELECT holder_id, target_id, CAST(cluster_count AS DOUBLE), verdict, score, ci_low,"
                    + " ci_high, p_favour, cluster_count, outlet_count, top_evidence[0].evidence"
                    + known
                    + " AND month = 'all' ORDER BY 1, 2")
            .collectAsList()) {
      edges.add(edge(row, months));
    }
    var nodes = new ArrayList<Node>();
    for (Row row :
        spark
            .sql(
                "SELECT id, coalesce(e.name, replace(replace(id, 'issue:', ''), '_', ' ')),"
                    + " coalesce(e.type, 'issue'), n.community FROM (SELECT holder_id AS id"
                    + known
                    + " AND month = 'all' UNION SELECT target_id"
                    + known
                    + " AND month = 'all') LEFT JOIN entities e ON e.entity_id = id"
                    + " LEFT JOIN entity_network n ON n.entity_id = id ORDER BY id")
            .collectAsList()) {
      nodes.add(new Node(row.getString(0), row.getString(1), values(row, 2)));
    }
    return new Graph(
        "Who stands for or against whom or what; weights are independent texts.",
        Direction.DIRECTED,
        List.of(new Attribute("type", "string"), new Attribute("community", "string")),
        nodes,
        STANCE,
        edges);
  }

  private static void views(Warehouse warehouse) {
    for (Table table :
        List.of(
            Table.ENTITIES,
            Table.ENTITY_NETWORK,
            Table.COOCCURRENCE,
            Table.COOCCURRENCE_BACKBONE,
            Table.STANCE_STATS)) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
  }

  private static Edge edge(Row row, Map<String, SortedMap<YearMonth, Double>> months) {
    return new Edge(
        row.getString(0),
        row.getString(1),
        row.getDouble(2),
        values(row, 3),
        months.getOrDefault(key(row), new TreeMap<>()));
  }

  /** Weights by month of the pairs of a query's first two columns. */
  private static Map<String, SortedMap<YearMonth, Double>> months(SparkSession spark, String sql) {
    var months = new HashMap<String, SortedMap<YearMonth, Double>>();
    for (Row row : spark.sql(sql).where("month NOT IN ('all', 'unknown')").collectAsList()) {
      months
          .computeIfAbsent(key(row), pair -> new TreeMap<>())
          .put(YearMonth.parse(row.getString(2)), row.getDouble(3));
    }
    return months;
  }

  private static String key(Row row) {
    return row.getString(0) + '\n' + row.getString(1);
  }

  private static List<Object> values(Row row, int from) {
    var values = new ArrayList<Object>();
    for (int i = from; i < row.size(); i++) {
      values.add(row.get(i));
    }
    return values;
  }
}
