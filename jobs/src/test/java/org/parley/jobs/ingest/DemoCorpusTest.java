package org.parley.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** The corpus that a first run reads. */
@ExtendWith(LocalSpark.class)
final class DemoCorpusTest {
  private static final Path CORPUS = Path.of("..", "seeds", "articles");
  private static final Path SOURCES = Path.of("src/test/resources/org/parley/jobs/ingest/demo");

  @Test
  void isReadWholeFromEveryFormat(SparkSession spark, @TempDir Path folder) {
    var config = IngestJob.Config.of(List.of(CORPUS.toString()), folder.toString());

    var result = IngestJob.run(spark, config, RunMetrics.start());

    Map<String, Long> rejects =
        new TreeMap<>(
            Map.of(
                "binary", 1L,
                "empty_file", 1L,
                "malformed_gzip", 1L,
                "malformed_json", 1L,
                "missing_column", 1L,
                "not_an_article", 3L,
                "not_english", 1L));
    assertThat(result).isEqualTo(new IngestJob.Result(27, 58, 49, 47, 44, rejects, 1));
    Dataset<Row> articles = new Warehouse(spark, folder.toString()).read(Table.ARTICLES);
    assertThat(articles.select("source").na().drop().distinct().count()).isGreaterThanOrEqualTo(8);
    assertThat(articles.selectExpr("to_date(published_at)").na().drop().distinct().count())
        .isGreaterThanOrEqualTo(30);
    assertThat(articles.where("published_at is null").count()).isEqualTo(4);
  }

  @Test
  void archivesHoldTheirReadableSources(@TempDir Path folder) throws IOException {
    DemoArchives.write(SOURCES, folder);

    try (var files = Files.walk(folder)) {
      for (Path made : files.filter(Files::isRegularFile).toList()) {
        Path committed = CORPUS.resolve(folder.relativize(made));
        assertThat(contents(committed)).as(committed.toString()).isEqualTo(contents(made));
      }
    }
  }

  @Test
  void everyArticleSaysThatItIsForDemonstration() throws IOException {
    try (var files = Files.walk(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(contents(file))
            .as(file.toString())
            .filteredOn(record -> record.startsWith("RawArticle") && !file.endsWith("german.txt"))
            .allMatch(record -> record.contains("demonstration"));
      }
    }
  }

  private static List<String> contents(Path file) throws IOException {
    var contents = new ArrayList<String>();
    new FileRecords(
            new InputFile(file.toAbsolutePath().normalize().toUri().toString(), Files.size(file)),
            new Configuration(),
            Fields.with(Map.of()),
            Limits.DEFAULT)
        .forEachRemaining(record -> contents.add(record.toString().replace(record.inputUri(), "")));
    return contents;
  }
}
