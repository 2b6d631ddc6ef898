package org.parley.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/** One run over a folder of files that want to break it: each is accounted for. */
@ExtendWith(LocalSpark.class)
final class HostileInputTest {
  @TempDir private Path folder;

  /** What no file may do: ask for something. A connection to it would wait here. */
  private ServerSocketChannel listener;

  @BeforeEach
  void listen() throws IOException {
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.configureBlocking(false);
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  @Test
  void everyHostileFileIsAccountedFor(SparkSession spark) throws IOException {
    Path in = folder.resolve("in");
    var expected = HostileFiles.write(in, listener.socket().getLocalPort());
    assertThat(expected).as("kinds").hasSizeGreaterThanOrEqualTo(60);
    var config =
        IngestJob.Config.of(List.of(in.toString()), folder.resolve("out").toString())
            .withRecordBytes(1_000_000);

    var result = IngestJob.run(spark, config, RunMetrics.start());

    assertThat(outcomes(new Warehouse(spark, folder.resolve("out").toString())))
        .isEqualTo(expected);
    assertThat(result.files()).isEqualTo(expected.size());
    assertThat(listener.accept()).as("a request to the network").isNull();
    assertThat(folder.toFile().list()).as("all that was written").containsOnly("in", "out");
    assertThat(Path.of("x")).doesNotExist();
  }

  private Map<String, List<String>> outcomes(Warehouse warehouse) {
    var outcomes = new TreeMap<String, List<String>>();
    warehouse
        .read(Table.ARTICLES)
        .selectExpr("input_uri", "record_index", "'article' as outcome")
        .unionByName(
            warehouse
                .read(Table.REJECTS)
                .selectExpr("input_uri", "record_index", "reason as outcome"))
        .sort("input_uri", "record_index")
        .collectAsList()
        .forEach(
            row ->
                outcomes.merge(
                    row.getString(0).substring(row.getString(0).lastIndexOf('/') + 1),
                    List.of(row.getString(2)),
                    (a, b) -> {
                      var both = new ArrayList<>(a);
                      both.addAll(b);
                      return both;
                    }));
    return outcomes;
  }
}
