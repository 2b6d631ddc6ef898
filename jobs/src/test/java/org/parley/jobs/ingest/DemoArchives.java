package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageTypeParser;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Makes the files of the demonstration corpus that a person cannot read (gzip, Parquet, WARC) from
 * readable sources beside this class. After a change of a source, run {@link #main} with the folder
 * of the sources and seeds/articles.
 */
final class DemoArchives {
  private static final List<String> PAGES = List.of("london", "debt-brake", "kyiv-visit", "nabu");

  private DemoArchives() {}

  /** Writes the files: {@code DemoArchives SOURCES SEEDS_ARTICLES}. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Path.of(args[1]));
  }

  static void write(Path sources, Path corpus) throws IOException {
    gzip(sources.resolve("moldova.txt"), corpus.resolve("txt/moldova.txt.gz"));
    gzip(sources.resolve("istanbul.html"), corpus.resolve("html/istanbul.html.gz"));
    gzip(sources.resolve("newswire.jsonl"), corpus.resolve("json/newswire.jsonl.gz"));
    gzip(sources.resolve("monitoring.tsv"), corpus.resolve("csv/monitoring.tsv.gz"));
    parquet(sources.resolve("archive.jsonl"), corpus.resolve("parquet/archive.parquet"));
    warc(sources, corpus.resolve("warc/crawl.warc.gz"));
    byte[] whole = gzip(Files.readAllBytes(sources.resolve("cut-off.jsonl")));
    write(corpus.resolve("broken/cut-off.jsonl.gz"), Arrays.copyOf(whole, whole.length * 3 / 4));
  }

  private static void gzip(Path source, Path target) throws IOException {
    write(target, gzip(Files.readAllBytes(source)));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static void parquet(Path source, Path target) throws IOException {
    var schema =
        MessageTypeParser.parseMessageType(
            """
            message article {
              optional binary title (STRING);
              optional binary content (STRING);
              optional binary publisher (STRING);
              optional int64 published_at (TIMESTAMP(MICROS,true));
              optional group authors (LIST) { repeated group list { optional binary element (STRING); } }
              optional binary url (STRING);
            }
            """);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    var path = new org.apache.hadoop.fs.Path(target.toUri());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(path)
            .withConf(new Configuration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (String line : Files.readAllLines(source)) {
        JsonNode record = new ObjectMapper().readTree(line);
        Group row = new SimpleGroupFactory(schema).newGroup();
        for (String name : List.of("title", "content", "publisher", "url")) {
          row.add(name, record.get(name).asText());
        }
        Instant published = Instant.parse(record.get("published_at").asText());
        row.add("published_at", published.getEpochSecond() * 1_000_000);
        Group authors = row.addGroup("authors");
        record.get("authors").forEach(name -> authors.addGroup(0).add("element", name.asText()));
        writer.write(row);
      }
    }
    Files.deleteIfExists(target.resolveSibling("." + target.getFileName() + ".crc"));
  }

  private static void warc(Path sources, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (var out = Files.newOutputStream(target);
        var writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      writer.write(
          new Warcinfo.Builder()
              .date(Instant.parse("2025-11-30T12:00:00Z"))
              .recordId(id("warcinfo"))
              .body(
                  MediaType.WARC_FIELDS,
                  "description: pages of invented outlets, for demonstration\r\n".getBytes(UTF_8))
              .build());
      for (String page : PAGES) {
        byte[] html = Files.readAllBytes(sources.resolve(page + ".html"));
        writer.write(response(page, 200, MediaType.HTML_UTF8, html));
      }
      writer.write(
          response("picture", 200, MediaType.parse("image/gif"), "GIF89a".getBytes(UTF_8)));
      writer.write(response("missing", 404, MediaType.HTML_UTF8, "Not here.".getBytes(UTF_8)));
    }
  }

  private static WarcResponse response(String name, int status, MediaType type, byte[] body)
      throws IOException {
    return new WarcResponse.Builder(URI.create("https://archive-of-tales.example/" + name))
        .date(Instant.parse("2025-11-30T12:00:00Z"))
        .recordId(id(name))
        .body(
            new HttpResponse.Builder(status, status == 200 ? "OK" : "Not Found")
                .body(type, body)
                .build())
        .build();
  }

  private static URI id(String name) {
    return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
