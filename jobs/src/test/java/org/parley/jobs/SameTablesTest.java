package org.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.cooccur.CooccurJob;
import org.parley.jobs.ingest.IngestJob;
import org.parley.jobs.resolve.ResolveJob;
import org.parley.jobs.stance.StanceJob;
import org.parley.jobs.table.Checksum;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.PipelineOptions;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;

/**
 * The same articles give the same tables, by their checksums, in whatever order, number of
 * partitions and of threads they are worked on, at once or bit by bit, after whatever else.
 */
@Tag("models")
class SameTablesTest {
  private static final Path CORPUS = Path.of("../seeds/articles");

  /** The articles: some of the demonstration corpus, by file. */
  private static final List<String> FILES =
      List.of("txt/crimea.txt", "txt/drones-over-poland.txt", "json/briefs.jsonl");

  private static final PipelineOptions PIPELINE = PipelineOptions.DEFAULT;
  private static final Seeds SEEDS = Seeds.bundled();

  @TempDir private Path folder;

  @AfterEach
  void leaveNoSession() {
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
  }

  @Test
  void atOnceByOneThreadOrBitByBitShuffledAfterOtherDocumentsByFour() throws IOException {
    LocalSpark.session().stop();
    List<Checksum> expected;
    try (SparkSession spark = session(1, 1)) {
      var warehouse = new Warehouse(spark, folder.resolve("once").toString());
      annotate(warehouse, corpus("once", reversed()), spark);
      analyse(warehouse, spark);
      expected = checksums(warehouse);
    }
    assertThat(expected)
        .filteredOn(checksum -> checksum.rows() > 0)
        .extracting(Checksum::table)
        .contains(
            Table.ANNOTATIONS,
            Table.MENTIONS,
            Table.QUOTES,
            Table.COOCCURRENCE,
            Table.STANCE_EVIDENCE,
            Table.STANCE_STATS);

    try (SparkSession spark = session(4, 7)) {
      var others = new Warehouse(spark, folder.resolve("others").toString());
      annotate(others, corpus("others", List.of("txt/big-bill.txt")), spark);
      var warehouse = new Warehouse(spark, folder.resolve("bits").toString());
      for (int i = 1; i <= FILES.size(); i++) {
        annotate(warehouse, corpus("first-" + i, FILES.subList(0, i)), spark);
      }
      analyse(warehouse, spark);

      assertThat(checksums(warehouse)).isEqualTo(expected);
    }
  }

  private static List<String> reversed() {
    return FILES.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** A folder with the files under names that sort as given. */
  private Path corpus(String name, List<String> files) throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus-" + name));
    for (String file : files) {
      Path from = CORPUS.resolve(file);
      Path part = Files.createDirectory(corpus.resolve("%02d".formatted(files.indexOf(file))));
      Files.copy(from, part.resolve(from.getFileName()));
    }
    return corpus;
  }

  private static SparkSession session(int threads, int partitions) {
    return SessionOptions.configure(
            SparkSession.builder()
                .master("local[" + threads + "]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", partitions)
                .config("spark.sql.adaptive.coalescePartitions.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1"))
        .getOrCreate();
  }

  private static void annotate(Warehouse warehouse, Path corpus, SparkSession spark) {
    String location = warehouse.location();
    IngestJob.run(
        spark, IngestJob.Config.of(List.of(corpus.toString()), location), RunMetrics.start());
    AnnotateJob.run(spark, new AnnotateJob.Config(location, PIPELINE), RunMetrics.start());
  }

  private static void analyse(Warehouse warehouse, SparkSession spark) {
    String location = warehouse.location();
    String pipeline = PIPELINE.fingerprint();
    ResolveJob.run(spark, new ResolveJob.Config(location, pipeline, SEEDS), RunMetrics.start());
    CooccurJob.run(spark, CooccurJob.Config.of(location, pipeline, SEEDS), RunMetrics.start());
    StanceJob.run(
        spark, new StanceJob.Config(location, pipeline, SEEDS, Scorer.RULES), RunMetrics.start());
  }

  private static List<Checksum> checksums(Warehouse warehouse) {
    return Checksum.COMPARABLE.stream().map(table -> Checksum.of(warehouse, table)).toList();
  }
}
