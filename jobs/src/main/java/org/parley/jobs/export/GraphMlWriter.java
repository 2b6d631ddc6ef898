package org.parley.jobs.export;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.parley.jobs.export.Graph.Attribute;

/** Writes GraphML 1.0 (graphml.graphdrawing.org); the months of an edge are one text. */
final class GraphMlWriter {
  private GraphMlWriter() {}

  static void write(Graph graph, OutputStream stream) throws XMLStreamException {
    var xml = new Xml(stream, "graphml", "http://graphml.graphdrawing.org/xmlns");
    key(xml, "node", new Attribute("label", "string"));
    for (Attribute attribute : graph.nodeAttributes()) {
      key(xml, "node", attribute);
    }
    key(xml, "edge", new Attribute("weight", "double"));
    for (Attribute attribute : graph.edgeAttributes()) {
      key(xml, "edge", attribute);
    }
    key(xml, "edge", new Attribute("months", "string"));
    xml.begin("graph", "edgedefault", graph.directed().label());
    xml.text("desc", graph.description());
    for (Graph.Node node : graph.nodes()) {
      xml.begin("node", "id", node.id());
      xml.text("data", node.label(), "key", "node_label");
      values(xml, "node", graph.nodeAttributes(), node.values());
      xml.end();
    }
    int id = 0;
    for (Graph.Edge edge : graph.edges()) {
      xml.begin("edge", "id", "e" + id++, "source", edge.source(), "target", edge.target());
      xml.text("data", Graph.number(edge.weight()), "key", "edge_weight");
      values(xml, "edge", graph.edgeAttributes(), edge.values());
      xml.text("data", edge.monthsAsText(), "key", "edge_months");
      xml.end();
    }
    xml.finish();
  }

  private static void key(Xml xml, String of, Attribute attribute) throws XMLStreamException {
    xml.empty(
        "key",
        "id",
        of + "_" + attribute.name(),
        "for",
        of,
        "attr.name",
        attribute.name(),
        "attr.type",
        attribute.type());
  }

  private static void values(Xml xml, String of, List<Attribute> attributes, List<Object> values)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      if (values.get(i) != null) {
        xml.text("data", String.valueOf(values.get(i)), "key", of + "_" + attributes.get(i).name());
      }
    }
  }
}
