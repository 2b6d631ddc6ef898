package org.parley.jobs.cooccur;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.parley.jobs.table.Table;

/** Rows of the table {@code entity_network}. */
final class NetworkTable {
  private NetworkTable() {}

  /**
   * Measures the network on the driver: ten million edges take some 400 MB there.
   *
   * @param edges entity_a, entity_b, weight; each pair once
   */
  static Dataset<Row> of(Dataset<Row> edges) {
    List<Row> rows =
        edges.select("entity_a", "entity_b", "weight").sort("entity_a", "entity_b").collectAsList();
    var ids = new TreeSet<String>();
    for (Row row : rows) {
      ids.add(row.getString(0));
      ids.add(row.getString(1));
    }
    var names = ids.toArray(String[]::new);
    var from = new int[rows.size()];
    var to = new int[rows.size()];
    var weight = new double[rows.size()];
    for (int e = 0; e < rows.size(); e++) {
      from[e] = Arrays.binarySearch(names, rows.get(e).getString(0));
      to[e] = Arrays.binarySearch(names, rows.get(e).getString(1));
      weight[e] = rows.get(e).getLong(2);
    }
    var network = new EntityNetwork(names.length, from, to, weight);
    int[] degrees = network.degrees();
    double[] strengths = network.strengths();
    double[] ranks = network.pageRank();
    int[] cores = network.cores();
    int[] communities = network.communities();
    var result = new ArrayList<Row>();
    for (int i = 0; i < names.length; i++) {
      result.add(
          RowFactory.create(
              names[i],
              (long) degrees[i],
              (long) strengths[i],
              ranks[i],
              cores[i],
              names[communities[i]]));
    }
    return edges.sparkSession().createDataFrame(result, Table.ENTITY_NETWORK.schema().structType());
  }
}
