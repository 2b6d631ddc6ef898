package org.parley.jobs.export;

import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.parley.jobs.export.Graph.Attribute;

/**
 * Writes GEXF 1.2, the version that every Gephi reads (gexf.net). The graph is dynamic: an edge is
 * there in its months, with its weight in each, so that Gephi's timeline works.
 */
final class GexfWriter {
  private static final String MONTH_WEIGHT = "weight_in_month";

  private GexfWriter() {}

  static void write(Graph graph, OutputStream stream) throws XMLStreamException {
    var xml = new Xml(stream, "gexf", "http://www.gexf.net/1.2draft");
    xml.attributes("version", "1.2");
    xml.begin("meta");
    xml.text("creator", "Parley");
    xml.text("description", graph.description());
    xml.end();
    xml.begin(
        "graph",
        "mode",
        "dynamic",
        "timeformat",
        "date",
        "defaultedgetype",
        graph.directed().label());
    declare(xml, "node", "static", graph.nodeAttributes());
    declare(xml, "edge", "static", graph.edgeAttributes());
    declare(xml, "edge", "dynamic", List.of(new Attribute(MONTH_WEIGHT, "double")));
    xml.begin("nodes", "count", String.valueOf(graph.nodes().size()));
    for (Graph.Node node : graph.nodes()) {
      xml.begin("node", "id", node.id(), "label", node.label());
      xml.begin("attvalues");
      values(xml, graph.nodeAttributes(), node.values());
      xml.end();
      xml.end();
    }
    xml.end();
    xml.begin("edges", "count", String.valueOf(graph.edges().size()));
    int id = 0;
    for (Graph.Edge edge : graph.edges()) {
      edge(xml, graph, edge, String.valueOf(id++));
    }
    xml.finish();
  }

  private static void edge(Xml xml, Graph graph, Graph.Edge edge, String id)
      throws XMLStreamException {
    xml.begin(
        "edge",
        "id",
        id,
        "source",
        edge.source(),
        "target",
        edge.target(),
        "weight",
        Graph.number(edge.weight()));
    xml.begin("attvalues");
    values(xml, graph.edgeAttributes(), edge.values());
    for (Map.Entry<YearMonth, Double> month : edge.months().entrySet()) {
      xml.empty(
          "attvalue",
          "for",
          MONTH_WEIGHT,
          "value",
          Graph.number(month.getValue()),
          "start",
          month.getKey().atDay(1).toString(),
          "end",
          month.getKey().atEndOfMonth().toString());
    }
    xml.end();
    if (!edge.months().isEmpty()) {
      xml.begin("spells");
      for (YearMonth month : edge.months().keySet()) {
        xml.empty(
            "spell", "start", month.atDay(1).toString(), "end", month.atEndOfMonth().toString());
      }
      xml.end();
    }
    xml.end();
  }

  private static void declare(Xml xml, String of, String mode, List<Attribute> attributes)
      throws XMLStreamException {
    xml.begin("attributes", "class", of, "mode", mode);
    for (Attribute attribute : attributes) {
      xml.empty(
          "attribute", "id", attribute.name(), "title", attribute.name(), "type", attribute.type());
    }
    xml.end();
  }

  private static void values(Xml xml, List<Attribute> attributes, List<Object> values)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      if (values.get(i) != null) {
        xml.empty(
            "attvalue", "for", attributes.get(i).name(), "value", String.valueOf(values.get(i)));
      }
    }
  }
}
