package org.parley.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;
import org.parley.jobs.export.Graph.Attribute;
import org.parley.jobs.export.Graph.Direction;
import org.parley.jobs.export.Graph.Edge;
import org.parley.jobs.export.Graph.Node;
import org.w3c.dom.Document;

/** JGraphT reads what is written, against the formats' schemas, which it carries. */
class GraphFilesTest {
  private static final Graph GRAPH =
      new Graph(
          "A test.",
          Direction.DIRECTED,
          List.of(new Attribute("type", "string"), new Attribute("pagerank", "double")),
          List.of(
              new Node("per:a", "A <b> & \u0007\"c\"", List.of("person", 0.5)),
              new Node("gpe:b", "B", Arrays.asList(null, 0.5))),
          List.of(new Attribute("in_backbone", "boolean"), new Attribute("clusters", "long")),
          List.of(
              new Edge(
                  "gpe:b",
                  "per:a",
                  3,
                  List.of(true, 2L),
                  new TreeMap<>(Map.of(YearMonth.of(2025, 2), 1.0, YearMonth.of(2025, 4), 2.0)))));

  @Test
  void gexfIsValidAndKeepsNodesAndEdges() throws Exception {
    var graph = new DirectedPseudograph<String, DefaultEdge>(DefaultEdge.class);
    var importer = new SimpleGEXFImporter<String, DefaultEdge>();
    importer.setSchemaValidation(true);
    importer.setVertexFactory(id -> id);
    importer.importGraph(graph, new StringReader(gexf()));

    assertThat(graph.vertexSet()).containsExactly("per:a", "gpe:b");
    assertThat(graph.containsEdge("gpe:b", "per:a")).isTrue();
  }

  @Test
  void graphMlIsValidAndKeepsNodesAndEdges() throws Exception {
    var graph = new DirectedPseudograph<String, DefaultEdge>(DefaultEdge.class);
    var importer = new GraphMLImporter<String, DefaultEdge>();
    importer.setSchemaValidation(true);
    importer.setVertexFactory(id -> id);
    var labels = new TreeMap<String, String>();
    importer.addVertexAttributeConsumer(
        (of, value) -> {
          if (of.getSecond().equals("label")) {
            labels.put(of.getFirst(), value.getValue());
          }
        });
    importer.importGraph(graph, new StringReader(graphMl()));

    assertThat(graph.containsEdge("gpe:b", "per:a")).isTrue();
    assertThat(labels).containsEntry("per:a", "A <b> & \"c\"").containsEntry("gpe:b", "B");
  }

  @Test
  void anEdgeOfGexfIsThereInItsMonths() throws Exception {
    var spells = parse(gexf()).getElementsByTagName("spell");
    assertThat(spells.getLength()).isEqualTo(2);
    assertThat(spells.item(0).getAttributes().getNamedItem("start").getNodeValue())
        .isEqualTo("2025-02-01");
    assertThat(spells.item(0).getAttributes().getNamedItem("end").getNodeValue())
        .isEqualTo("2025-02-28");
  }

  @Test
  void gexfKeepsHostileNamesAsText() throws Exception {
    var nodes = parse(gexf()).getElementsByTagName("node");
    assertThat(nodes.item(0).getAttributes().getNamedItem("label").getNodeValue())
        .isEqualTo("A <b> & \"c\"");
  }

  @Test
  void graphMlNamesMonthsAndWeights() throws Exception {
    assertThat(parse(graphMl()).getElementsByTagName("edge").item(0).getTextContent())
        .isEqualTo("3true22025-02:1 2025-04:2");
  }

  private static String gexf() throws Exception {
    var out = new ByteArrayOutputStream();
    GexfWriter.write(GRAPH, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String graphMl() throws Exception {
    var out = new ByteArrayOutputStream();
    GraphMlWriter.write(GRAPH, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
