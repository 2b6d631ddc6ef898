package org.parley.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.RunRecord;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.yaml.snakeyaml.Yaml;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportJobTest {
  private Path out;

  @BeforeAll
  void export(SparkSession spark, @TempDir Path folder) {
    var warehouse = new Warehouse(spark, folder.resolve("tables").toString());
    write(
        spark,
        warehouse,
        Table.ARTICLES,
        "article_id, text_id, cluster_id, source, title, authors, published_at, month",
        "('a1', 't1', 't1', 'Northgate; Courier', 'A \"title\"', array('W. One', 'X. Two'),"
            + " timestamp'2025-03-04 05:06:07', '2025-03')");
    write(
        spark,
        warehouse,
        Table.ENTITIES,
        "entity_id, name, type, cluster_count",
        "('gpe:x', 'Xland', 'country', 2)",
        "('per:y', '=Y()', 'person', 2)");
    write(
        spark,
        warehouse,
        Table.STANCE_EVIDENCE,
        "article_id, holder_id, target_id, polarity, begin, end, evidence, frame, month",
        "('a1', 'per:y', 'issue:ship_canal', -1, 10, 20, '=HYPERLINK(1)', 'f', '2025-03')",
        "('a1', 'gpe:x', 'per:y', 1, 5, 9, 'a; \"b\"', 'f', '2025-03')",
        "('a1', 'gpe:x', 'per:y', 0, 1, 2, 'undecided', 'f', '2025-03')");
    write(
        spark,
        warehouse,
        Table.STANCE_STATS,
        "holder_id, target_id, verdict, score, cluster_count, outlet_count, top_evidence, month",
        "('per:y', 'issue:ship_canal', 'against', -0.7, 3, 2, null, 'all')",
        "('per:y', 'issue:ship_canal', 'insufficient', -0.5, 1, 1, null, '2025-03')",
        "('gpe:x', 'per:y', 'insufficient', 0.4, 1, 1, null, 'all')");
    new RunRecord(
            "9.9", "4.1.0", "17", "corenlp-x", "seed-y", "2025-03-05T00:00:00Z", List.of("run"))
        .write(spark, warehouse);
    out = folder.resolve("out");
    ExportJob.run(spark, ExportJob.Config.of(warehouse.location(), out.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\tx", " =1", "＝1", "\n=1"})
  void aCellThatASpreadsheetWouldRunBecomesText(String cell) {
    assertThat(SafeCsv.cell(cell)).isEqualTo("'" + cell);
  }

  @Test
  void numbersStayNumbers() {
    assertThat(SafeCsv.cell(-1.5)).isEqualTo(-1.5);
  }

  @Test
  void csvHoldsNoFormula() throws IOException {
    assertThat(Files.readString(out.resolve("entities.csv"))).contains(",'=Y(),person,");
  }

  @Test
  void statementsHaveTheColumnsAndTheStyleOfDna() throws IOException {
    assertThat(Files.readAllLines(out.resolve("dna-statements.csv")))
        .containsExactly(
            "\"statement_id\";\"time\";\"person\";\"organization\";\"concept\";\"agreement\";"
                + "\"start_position\";\"stop_position\";\"text\";\"coder\";\"document_id\";"
                + "\"document_title\";\"document_author\";\"document_source\";"
                + "\"document_section\";\"document_type\"",
            "1;\"2025-03-04 05:06:07\";\"\";\"Xland\";\"'=Y()\";1;5;9;\"a, 'b'\";1;1;"
                + "\"A 'title'\";\"W. One, X. Two\";\"Northgate, Courier\";\"\";\"article\"",
            "2;\"2025-03-04 05:06:07\";\"'=Y()\";\"\";\"ship canal\";0;10;20;\"'=HYPERLINK(1)\";1;1;"
                + "\"A 'title'\";\"W. One, X. Two\";\"Northgate, Courier\";\"\";\"article\"");
  }

  @Test
  void stancesWithAVerdictAreEdges() throws IOException {
    var graph = new DirectedPseudograph<String, DefaultEdge>(DefaultEdge.class);
    var importer = new SimpleGEXFImporter<String, DefaultEdge>();
    importer.setVertexFactory(id -> id);
    importer.importGraph(graph, new StringReader(Files.readString(out.resolve("stances.gexf"))));

    assertThat(graph.vertexSet()).containsExactly("issue:ship_canal", "per:y");
    assertThat(graph.containsEdge("per:y", "issue:ship_canal")).isTrue();
    assertThat(Files.readString(out.resolve("stances.gexf"))).contains("start=\"2025-03-01\"");
  }

  @Test
  void jsonLinesAreOneObjectARow() throws IOException {
    assertThat(Files.readAllLines(out.resolve("stance_stats.jsonl")))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("\"verdict\":\"against\"").startsWith("{"));
  }

  @Test
  void theMethodsNameVersionsFingerprintsAndCounts() throws IOException {
    assertThat(Files.readString(out.resolve("methods.txt")))
        .contains("Parley 9.9 on Apache Spark 4.1.0 (Java 17)", "corenlp-x", "seed-y")
        .containsPattern(" 1  articles\n")
        .contains("first day     2025-03-04");
  }

  @Test
  void theCitationFileIsYamlWithWhatItsFormatAsksFor() throws IOException {
    Map<String, Object> cff = new Yaml().load(Files.readString(out.resolve("CITATION.cff")));
    assertThat(cff)
        .containsEntry("cff-version", "1.2.0")
        .containsEntry("type", "dataset")
        .containsKeys("message", "title", "authors", "references");
  }

  @Test
  void aPairHasATextAtLeast() {
    assertThatThrownBy(() -> new ExportJob.Config("w", "o", java.util.Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pair has at least one text; got 0");
  }

  private static void write(
      SparkSession spark, Warehouse warehouse, Table table, String columns, String... rows) {
    warehouse.replace(table, Tables.of(spark, table, columns, rows));
  }
}
