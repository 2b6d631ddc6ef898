package org.parley.jobs.export;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** The network of entities that share sentences, of the whole corpus, as graph files. */
record Network(List<Node> nodes, List<Edge> edges) {
  record Node(String id, String name, String type, String community, double pagerank) {}

  record Edge(String a, String b, long weight, double npmi, double logOdds) {}

  static Network of(SparkSession spark, Warehouse warehouse) {
    for (Table table : List.of(Table.ENTITIES, Table.ENTITY_NETWORK, Table.COOCCURRENCE)) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    return new Network(
        spark
            .sql(
                "SELECT n.entity_id, coalesce(e.name, n.entity_id) AS name, coalesce(e.type, '') AS type, n.community, n.pagerank"
                    + " FROM entity_network n LEFT JOIN entities e USING (entity_id) ORDER BY n.entity_id")
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Node(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDouble(4)))
            .toList(),
        spark
            .sql(
                "SELECT entity_a, entity_b, n_ab, npmi, log_odds FROM cooccurrence WHERE context = 'sentence' AND month = 'all'"
                    + " AND voice = 'all' AND n_ab > 0 AND entity_a IN (SELECT entity_id FROM entity_network)"
                    + " AND entity_b IN (SELECT entity_id FROM entity_network) ORDER BY entity_a, entity_b")
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Edge(
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getDouble(4)))
            .toList());
  }

  /** Writes GEXF 1.3 (gexf.net). */
  void writeGexf(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = start(out);
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace("http://gexf.net/1.3");
    xml.writeAttribute("version", "1.3");
    xml.writeStartElement("graph");
    xml.writeAttribute("defaultedgetype", "undirected");
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", "node");
    attribute(xml, "type", "string");
    attribute(xml, "community", "string");
    attribute(xml, "pagerank", "double");
    xml.writeEndElement();
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", "edge");
    attribute(xml, "npmi", "double");
    attribute(xml, "log_odds", "double");
    xml.writeEndElement();
    xml.writeStartElement("nodes");
    for (Node node : nodes) {
      xml.writeStartElement("node");
      xml.writeAttribute("id", clean(node.id()));
      xml.writeAttribute("label", clean(node.name()));
      xml.writeStartElement("attvalues");
      value(xml, "type", node.type());
      value(xml, "community", node.community());
      value(xml, "pagerank", node.pagerank());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement("edges");
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      xml.writeStartElement("edge");
      xml.writeAttribute("id", String.valueOf(i));
      xml.writeAttribute("source", clean(edge.a()));
      xml.writeAttribute("target", clean(edge.b()));
      xml.writeAttribute("weight", String.valueOf(edge.weight()));
      xml.writeStartElement("attvalues");
      value(xml, "npmi", edge.npmi());
      value(xml, "log_odds", edge.logOdds());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    xml.flush();
  }

  /** Writes GraphML (graphml.graphdrawing.org). */
  void writeGraphMl(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = start(out);
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
    key(xml, "name", "node", "string");
    key(xml, "type", "node", "string");
    key(xml, "community", "node", "string");
    key(xml, "pagerank", "node", "double");
    key(xml, "weight", "edge", "long");
    key(xml, "npmi", "edge", "double");
    key(xml, "log_odds", "edge", "double");
    xml.writeStartElement("graph");
    xml.writeAttribute("edgedefault", "undirected");
    for (Node node : nodes) {
      xml.writeStartElement("node");
      xml.writeAttribute("id", clean(node.id()));
      data(xml, "name", node.name());
      data(xml, "type", node.type());
      data(xml, "community", node.community());
      data(xml, "pagerank", node.pagerank());
      xml.writeEndElement();
    }
    for (Edge edge : edges) {
      xml.writeStartElement("edge");
      xml.writeAttribute("source", clean(edge.a()));
      xml.writeAttribute("target", clean(edge.b()));
      data(xml, "weight", edge.weight());
      data(xml, "npmi", edge.npmi());
      data(xml, "log_odds", edge.logOdds());
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    xml.flush();
  }

  private static XMLStreamWriter start(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    return xml;
  }

  private static void attribute(XMLStreamWriter xml, String name, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("attribute");
    xml.writeAttribute("id", name);
    xml.writeAttribute("title", name);
    xml.writeAttribute("type", type);
  }

  private static void value(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeEmptyElement("attvalue");
    xml.writeAttribute("for", name);
    xml.writeAttribute("value", clean(String.valueOf(value)));
  }

  private static void key(XMLStreamWriter xml, String name, String of, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute("id", name);
    xml.writeAttribute("for", of);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", type);
  }

  private static void data(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", name);
    xml.writeCharacters(clean(String.valueOf(value)));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for control characters and lone surrogates, however they are written. */
  private static String clean(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
