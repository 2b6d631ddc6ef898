package org.parley.jobs.export;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A graph for other programs.
 *
 * @param description what its nodes and edges are
 * @param directed whether an edge leads from its source to its target
 * @param nodeAttributes what is known of every node
 * @param nodes the nodes
 * @param edgeAttributes what is known of every edge
 * @param edges the edges
 */
record Graph(
    String description,
    Direction directed,
    List<Attribute> nodeAttributes,
    List<Node> nodes,
    List<Attribute> edgeAttributes,
    List<Edge> edges) {
  enum Direction {
    DIRECTED,
    UNDIRECTED;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A named value of a type that GEXF and GraphML share: string, long, double or boolean. */
  record Attribute(String name, String type) {}

  /** A node; its values are those of the node attributes, in their order, null where unknown. */
  record Node(String id, String label, List<Object> values) {}

  /**
   * An edge; its values are those of the edge attributes, in their order.
   *
   * @param months its weight in each month in which it is there
   */
  record Edge(
      String source,
      String target,
      double weight,
      List<Object> values,
      SortedMap<YearMonth, Double> months) {
    /** The months and weights as text, e.g. {@code 2025-03:2 2025-04:1}. */
    String monthsAsText() {
      var out = new StringBuilder();
      for (Map.Entry<YearMonth, Double> month : months.entrySet()) {
        out.append(out.isEmpty() ? "" : " ").append(month.getKey()).append(':');
        out.append(number(month.getValue()));
      }
      return out.toString();
    }
  }

  /** A number without a needless fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
