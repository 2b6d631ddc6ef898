package org.parley.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.parley.jobs.export.Graph.Attribute;
import org.parley.jobs.export.Graph.Direction;
import org.parley.jobs.export.Graph.Edge;
import org.parley.jobs.export.Graph.Node;
import org.parley.jobs.fuzz.Fuzz;
import org.parley.jobs.fuzz.Mutations;
import org.w3c.dom.Document;

/** Whatever a name is, the files are XML without entities or types, and the name comes back. */
class GraphFilesFuzzTest {
  @Fuzz
  void gexfBringsTheNameBack(@ForAll("names") String name) throws Exception {
    var out = new ByteArrayOutputStream();
    GexfWriter.write(graph(name), out);

    var node = parse(out).getElementsByTagName("node").item(0).getAttributes();
    assertThat(node.getNamedItem("label").getNodeValue()).isEqualTo(legal(name));
  }

  @Fuzz
  void graphMlBringsTheNameBack(@ForAll("names") String name) throws Exception {
    var out = new ByteArrayOutputStream();
    GraphMlWriter.write(graph(name), out);

    assertThat(parse(out).getElementsByTagName("node").item(0).getTextContent())
        .contains(legal(name));
  }

  @Fuzz
  void noCellIsAFormula(@ForAll("names") String name) {
    String cell = (String) SafeCsv.cell(name);
    assertThat(cell).endsWith(name);
    assertThat(cell.stripLeading()).doesNotStartWith("=").doesNotStartWith("@");
  }

  /** What XML 1.0 can say: its other characters are left out. */
  private static String legal(String name) {
    return name.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Graph graph(String name) {
    return new Graph(
        name,
        Direction.DIRECTED,
        List.of(new Attribute("type", "string")),
        List.of(new Node("a", name, List.of(name)), new Node("b", "B", List.of("x"))),
        List.of(new Attribute("words", "string")),
        List.of(new Edge("a", "b", 1, List.of(name), new TreeMap<>())));
  }

  private static Document parse(ByteArrayOutputStream xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.toByteArray()));
  }

  @Provide
  Arbitrary<String> names() {
    return Mutations.of(
            List.of(
                "Northgate Council".getBytes(UTF_8),
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;".getBytes(UTF_8),
                "]]></node><node id=\"c\">".getBytes(UTF_8),
                "=HYPERLINK(\"http://127.0.0.1:9\")".getBytes(UTF_8)))
        .map(bytes -> new String(bytes, UTF_8) + "\ud800");
  }
}
