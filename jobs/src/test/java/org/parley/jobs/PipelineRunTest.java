package org.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** The whole pipeline on the demonstration corpus, by the command line. */
@Tag("models")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineRunTest {
  private static final String CORPUS = "../seeds/articles";

  private Path folder;
  private Warehouse warehouse;
  private String printed;

  @BeforeAll
  void run(SparkSession spark, @TempDir Path folder) {
    this.folder = folder;
    printed = parley("run", "--input", CORPUS, "--warehouse", tables());
    warehouse = new Warehouse(spark, tables());
  }

  @ParameterizedTest
  @EnumSource(Table.class)
  void everyTableIsWrittenAsItsSchemaSays(Table table) {
    assertThat(warehouse.exists(table)).isTrue();
    var declared = table.schema().structType();
    var written = LocalSpark.session().read().parquet(warehouse.location(table)).schema();
    assertThat(written.fieldNames()).containsExactlyInAnyOrder(declared.fieldNames());
    for (var field : declared.fields()) {
      assertThat(written.apply(field.name()).dataType().catalogString())
          .as(field.name())
          .isEqualTo(field.dataType().catalogString());
    }
  }

  @Test
  void everyRecordIsAnArticleOrAReject() {
    long read =
        (long)
            warehouse
                .read(Table.JOB_METRICS)
                .where("stage = 'ingest' AND metric = 'records_read'")
                .first()
                .<Double>getAs("value")
                .doubleValue();
    assertThat(read)
        .isEqualTo(warehouse.read(Table.ARTICLES).count() + warehouse.read(Table.REJECTS).count());
  }

  @Test
  void everyDistinctTextIsAnnotatedOrLostWithAReason() {
    long texts = warehouse.read(Table.ARTICLES).select("text_id").distinct().count();
    long lost =
        warehouse
            .read(Table.DOCUMENT_STATUS)
            .where("status IN ('failed', 'timeout') AND reason <> ''")
            .count();
    assertThat(warehouse.read(Table.ANNOTATIONS).count() + lost).isEqualTo(texts);
  }

  @Test
  void evidenceIsVerbatim() {
    var rows =
        warehouse
            .read(Table.STANCE_EVIDENCE)
            .join(warehouse.read(Table.ARTICLES).withColumnRenamed("text", "whole"), "article_id");
    assertThat(rows.count()).isPositive();
    assertThat(rows.where("substring(whole, begin + 1, end - begin) <> evidence").count()).isZero();
  }

  @Test
  void mentionsStandForEntitiesThatAreListed() {
    assertThat(
            warehouse
                .read(Table.MENTIONS)
                .join(
                    warehouse.read(Table.ENTITIES).select("entity_id"),
                    new String[] {"entity_id"},
                    "left_anti")
                .count())
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryOfTheNotebooksRuns(Path query) throws IOException {
    assertThat(Files.readAllLines(query).get(0)).as("the question").matches("-- .*\\?.*");
    parley("sql", "--warehouse", tables(), "--file", query.toString(), "--format", "csv");
  }

  static Stream<Path> queries() {
    try (var files = Files.list(Path.of("../notebooks/queries"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bothEnginesGiveTheSameAnswer() {
    String question = "SELECT holder_id, count(*) AS n FROM stance_evidence GROUP BY 1 ORDER BY 1";
    assertThat(
            parley(
                "sql", question, "--warehouse", tables(), "--engine", "spark", "--format", "csv"))
        .isEqualTo(parley("sql", question, "--warehouse", tables(), "--format", "csv"));
  }

  @Test
  void theReportHoldsTheCorpusAsData() throws IOException {
    var page = org.jsoup.Jsoup.parse(Files.readString(folder.resolve("tables/report.html")));
    var data = new JsonMapper().readTree(page.selectFirst("script#data").data());
    assertThat(data.at("/corpus/articles").asInt()).isEqualTo(49);
  }

  @Test
  void aSecondRunAnnotatesNothing() {
    String second = parley("run", "--input", CORPUS, "--warehouse", tables());
    assertThat(printed).contains("annotate: 47 of 47 texts");
    assertThat(second).contains("texts were annotated before");
  }

  @Test
  void anotherOrderAndAnotherPartitioningGiveTheSameTables() throws IOException {
    Path shuffled = Files.createDirectory(folder.resolve("corpus"));
    try (var files = Files.walk(Path.of(CORPUS))) {
      int number = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.copy(file, shuffled.resolve("%02d-%s".formatted(99 - number++, file.getFileName())));
      }
    }
    var spark = LocalSpark.session();
    String before = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "7");
    parley(
        "run", "--input", shuffled.toString(), "--warehouse", folder.resolve("other").toString());
    spark.conf().set("spark.sql.shuffle.partitions", before);
    var other = new Warehouse(spark, folder.resolve("other").toString());
    for (Table table :
        List.of(
            Table.MENTIONS,
            Table.ENTITIES,
            Table.QUOTES,
            Table.COOCCURRENCE,
            Table.ENTITY_NETWORK,
            Table.STANCE_EVIDENCE,
            Table.STANCE_STATS)) {
      assertThat(rows(other, table)).as(table.tableName()).isEqualTo(rows(warehouse, table));
    }
  }

  private static List<String> rows(Warehouse warehouse, Table table) {
    return warehouse.read(table).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private String tables() {
    return folder.resolve("tables").toString();
  }

  /** Runs a command, which must end well, and returns what it prints. */
  private static String parley(String... command) {
    var out = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Parley.run(command)).as(String.join(" ", command)).isZero();
    } finally {
      System.setOut(standard);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
