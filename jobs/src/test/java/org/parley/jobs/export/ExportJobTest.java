package org.parley.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportJobTest {
  private static final Network NETWORK =
      new Network(
          List.of(
              new Network.Node("per:a", "A <b> & \u0007\"c\"", "person", "per:a", 0.5),
              new Network.Node("gpe:b", "B", "country", "per:a", 0.5)),
          List.of(new Network.Edge("gpe:b", "per:a", 3, 0.4, 1.5)));

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\tx"})
  void aCellThatASpreadsheetWouldRunBecomesText(String cell) {
    assertThat(ExportJob.cell(cell)).isEqualTo("'" + cell);
  }

  @Test
  void numbersStayNumbers() {
    assertThat(ExportJob.cell(-1.5)).isEqualTo(-1.5);
  }

  @Test
  void gexfKeepsHostileNamesAsText() throws Exception {
    var out = new ByteArrayOutputStream();
    NETWORK.writeGexf(out);

    var nodes = parse(out).getElementsByTagName("node");
    assertThat(nodes.getLength()).isEqualTo(2);
    assertThat(nodes.item(0).getAttributes().getNamedItem("label").getNodeValue())
        .isEqualTo("A <b> & \"c\"");
  }

  @Test
  void graphMlHoldsNodesAndEdges() throws Exception {
    var out = new ByteArrayOutputStream();
    NETWORK.writeGraphMl(out);

    var edge = parse(out).getElementsByTagName("edge").item(0);
    assertThat(edge.getAttributes().getNamedItem("source").getNodeValue()).isEqualTo("gpe:b");
    assertThat(edge.getFirstChild().getTextContent()).isEqualTo("3");
  }

  private static org.w3c.dom.Document parse(ByteArrayOutputStream out) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(out.toByteArray()));
  }
}
