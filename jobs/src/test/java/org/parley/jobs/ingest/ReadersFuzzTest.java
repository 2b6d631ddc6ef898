package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.fuzz.Mutations.bounded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.parley.jobs.fuzz.Fuzz;
import org.parley.jobs.fuzz.Mutations;
import org.parley.seed.Seeds;

/** Every file ends, and every record of it becomes an article or a reject with a reason. */
class ReadersFuzzTest {
  private static final Limits LIMITS = new Limits(100_000, 1 << 22);
  private static final Preparation PREPARATION = new Preparation(Seeds.bundled(), Cleaning.AUTO);

  private static Path folder;

  /**
   * A file.
   *
   * @param content its bytes, a character each
   */
  record Broken(String name, String content) {}

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterContainer
  static void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Fuzz
  void everyRecordIsAccountedFor(@ForAll("files") Broken file) {
    List<InputRecord> records = bounded(() -> read(file));

    assertThat(records).isNotEmpty();
    long last = -1;
    for (InputRecord record : records) {
      assertThat(record.index()).isGreaterThan(last);
      last = record.index();
      Row row = bounded(() -> PREPARATION.row(record));
      int reason = Preparation.SCHEMA.fieldIndex("reason");
      int text = Preparation.SCHEMA.fieldIndex("text");
      assertThat(row.isNullAt(reason) ^ row.isNullAt(text)).isTrue();
    }
  }

  private static List<InputRecord> read(Broken file) {
    try {
      Path path = folder.resolve(file.name());
      Files.write(path, file.content().getBytes(ISO_8859_1));
      var records = new ArrayList<InputRecord>();
      new FileRecords(
              new InputFile(path.toUri().toString(), file.content().length()),
              new Configuration(false),
              Fields.with(Map.of()),
              LIMITS)
          .forEachRemaining(records::add);
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<Broken> files() {
    var samples = new TreeMap<String, List<byte[]>>();
    for (String ending :
        List.of(
            "txt",
            "html",
            "jsonl",
            "json",
            "csv",
            "tsv.gz",
            "jsonl.gz",
            "html.gz",
            "parquet",
            "warc.gz")) {
      samples.put(ending, Mutations.samples("seeds/articles", "." + ending));
    }
    samples.put("warc", List.of(WARC.getBytes(UTF_8)));
    return Arbitraries.of(samples.keySet())
        .flatMap(
            ending ->
                Mutations.of(samples.get(ending))
                    .map(bytes -> new Broken("a." + ending, new String(bytes, ISO_8859_1))));
  }

  private static final String WARC =
      """
      WARC/1.0\r
      WARC-Type: response\r
      WARC-Target-URI: https://example.org/pier\r
      WARC-Date: 2025-08-18T10:00:00Z\r
      WARC-Record-ID: <urn:uuid:7b0d2f0e-7c1a-4f5e-9a51-0a4f6a0a7a01>\r
      Content-Type: application/http;msgtype=response\r
      Content-Length: 217\r
      \r
      HTTP/1.1 200 OK\r
      Content-Type: text/html; charset=utf-8\r
      \r
      <html><head><title>Pier</title></head><body><article><p>The council of Eastmouth voted on \
      Tuesday to repair the old pier.</p></article></body></html>\r
      \r
      """;
}
