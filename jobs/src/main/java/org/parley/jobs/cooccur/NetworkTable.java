package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;

/** Rows of the tables {@code entity_network} and {@code same_company}. */
final class NetworkTable {
  /**
   * Whether a pair is named in more than two texts and more than one outlet (where outlets are
   * known at all). A list that one outlet prints under many articles makes all its names alike.
   */
  static final String BROAD_SQL = "cluster_count > 2 AND outlet_count != 1 AS broad";

  private final SparkSession spark;
  private final List<Row> edges;
  private final String[] names;

  /**
   * The network of the edges, on the driver: ten million edges take some 1 GB there.
   *
   * @param edges entity_a, entity_b, weight, npmi, broad ({@link #BROAD_SQL}); each pair once
   */
  NetworkTable(Dataset<Row> edges) {
    this.spark = edges.sparkSession();
    this.edges =
        edges
            .select("entity_a", "entity_b", "weight", "npmi", "broad")
            .sort("entity_a", "entity_b")
            .collectAsList();
    var ids = new TreeSet<String>();
    for (Row row : this.edges) {
      ids.add(row.getString(0));
      ids.add(row.getString(1));
    }
    names = ids.toArray(String[]::new);
  }

  private EntityNetwork network(List<Row> rows, ToDoubleFunction<Row> weightOf) {
    var from = new int[rows.size()];
    var to = new int[rows.size()];
    var weight = new double[rows.size()];
    for (int e = 0; e < from.length; e++) {
      Row row = rows.get(e);
      from[e] = Arrays.binarySearch(names, row.getString(0));
      to[e] = Arrays.binarySearch(names, row.getString(1));
      weight[e] = weightOf.applyAsDouble(row);
    }
    return new EntityNetwork(names.length, from, to, weight);
  }

  /** Where each entity stands. */
  Dataset<Row> places() {
    var network = network(edges, row -> row.getLong(2));

    int[] degrees = network.degrees();
    double[] strengths = network.strengths();
    double[] ranks = network.pageRank();
    int[] cores = network.cores();
    int[] communities = network.communities();
    var between = network.betweenness();
    double[] betweenness = between.shares(Betweenness.MOST_SOURCES);
    int sources = between.sources(Betweenness.MOST_SOURCES);
    var result = new ArrayList<Row>();
    for (int i = 0; i < names.length; i++) {
      result.add(
          RowFactory.create(
              names[i],
              (long) degrees[i],
              (long) strengths[i],
              ranks[i],
              cores[i],
              names[communities[i]],
              betweenness[i],
              sources));
    }
    return spark.createDataFrame(result, Table.ENTITY_NETWORK.schema().structType());
  }

  /** Who keeps the same company without meeting. */
  Dataset<Row> sameCompany() {
    var associated =
        edges.stream().filter(row -> row.getDouble(3) > 0 && row.getBoolean(4)).toList();
    var together = new HashSet<List<String>>();
    edges.forEach(row -> together.add(List.of(row.getString(0), row.getString(1))));
    var result = new ArrayList<Row>();
    for (var alike : network(associated, row -> row.getDouble(3)).sameCompany().find()) {
      String a = names[alike.a()];
      String b = names[alike.b()];
      if (!together.contains(List.of(a, b))) {
        result.add(RowFactory.create(a, b, alike.cosine(), alike.shared()));
      }
    }
    return spark.createDataFrame(result, Table.SAME_COMPANY.schema().structType());
  }
}
