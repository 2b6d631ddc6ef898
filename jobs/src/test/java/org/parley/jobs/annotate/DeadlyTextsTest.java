package org.parley.jobs.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** Texts that kill executors or hang in them cost themselves and nothing else. */
@ExtendWith(LocalSpark.class)
class DeadlyTextsTest {
  @Test
  void aTextThatKillsTheJvmAndTextsThatNeverStopAreRecordedAndTheJobGoesOn(
      SparkSession spark, @TempDir Path folder) throws Exception {
    var warehouse = new Warehouse(spark, folder.resolve("tables").toString());
    var texts = new ArrayList<String>(List.of("Deadly news."));
    IntStream.range(0, 5).forEach(i -> texts.add("Endless news " + i + "."));
    IntStream.range(0, 6).forEach(i -> texts.add("Good news " + i + "."));
    warehouse.replace(
        Table.ARTICLES,
        Tables.of(
            spark,
            Table.ARTICLES,
            "text_id, text, char_count, paragraphs",
            texts.stream()
                .map(
                    text ->
                        "('%s', '%s', %d, array(named_struct('begin', 0, 'end', 0, 'section', 'body')))"
                            .formatted(text, text, text.length()))
                .toArray(String[]::new)));

    assertThat(run(folder, warehouse.location(), "local-cluster[1,2,512]")).isZero();

    var status = warehouse.read(Table.DOCUMENT_STATUS);
    assertThat(status.where("text_id LIKE 'Good%' AND status = 'ok'").count()).isEqualTo(6);
    assertThat(status.where("text_id LIKE 'Endless%' AND status = 'timeout'").count()).isEqualTo(5);
    assertThat(status.where("text_id LIKE 'Endless%'").select("reason").distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("did not stop after 2 seconds");
    assertThat(status.where("text_id LIKE 'Deadly%'").select("reason").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "the JVM ended twice while this text was annotated, the second time with no other"
                + " beside it");
    assertThat(warehouse.read(Table.ANNOTATIONS).count()).isEqualTo(6);
    assertThat(folder.resolve("tables/_staging/annotate-journal")).doesNotExist();
  }

  /** Spark's workers start executors as a distribution's do: they want a folder of jars. */
  private static int run(Path folder, String warehouse, String master)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("spark/jars"));
    Files.createDirectories(folder.resolve("work"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of(DeadlyTexts.class.getName(), warehouse, master));
    var builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_WORKER_DIR", folder.resolve("work").toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(8, TimeUnit.MINUTES)).as("the run ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      System.err.println(Files.readString(folder.resolve("log")));
    }
    return process.exitValue();
  }
}
