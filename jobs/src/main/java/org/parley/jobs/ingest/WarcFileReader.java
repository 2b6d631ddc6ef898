package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.parley.jobs.ingest.InputRecord.Reject;

/**
 * The records of a web archive, WARC or ARC. Responses that are pages become articles; requests,
 * images, error pages and the like are rejected as no articles. Behind a malformed record no other
 * one can be found, so it ends the file.
 */
final class WarcFileReader implements RecordReader {
  private final String uri;
  private final WarcReader reader;
  private final int limit;
  private long index;

  WarcFileReader(String uri, InputStream in, Limits limits) throws IOException {
    this.uri = uri;
    this.limit = (int) limits.recordBytes();
    try {
      this.reader = new WarcReader(in);
    } catch (ParsingException | IllegalArgumentException e) {
      throw new BrokenInputException(Reason.MALFORMED_WARC, e);
    }
  }

  @Override
  public InputRecord next() throws IOException {
    try {
      Optional<WarcRecord> record = reader.next();
      return record.isEmpty() ? null : record(record.get(), index++);
    } catch (ParsingException | RuntimeException e) {
      throw new BrokenInputException(Reason.MALFORMED_WARC, e);
    }
  }

  private InputRecord record(WarcRecord record, long place) throws IOException {
    if (record instanceof WarcResponse response) {
      return response(response, place);
    }
    if (record instanceof WarcResource resource && isPage(resource.contentType())) {
      byte[] body = body(resource);
      return body == null
          ? overLong(place)
          : PageReader.page(uri, place, target(resource), body, charset(resource.contentType()));
    }
    return new Reject(uri, place, Reason.NOT_AN_ARTICLE, "a record of type " + record.type());
  }

  private InputRecord response(WarcResponse response, long place) throws IOException {
    if (!target(response).toLowerCase(Locale.ROOT).startsWith("http")) {
      return new Reject(uri, place, Reason.NOT_AN_ARTICLE, "a response to " + target(response));
    }
    byte[] block = body(response);
    if (block == null) {
      return overLong(place);
    }
    HttpResponse http;
    MediaType type;
    try {
      http = http(block);
      type = http.contentType();
    } catch (IOException | RuntimeException e) {
      return new Reject(uri, place, Reason.MALFORMED_WARC, "no HTTP response: " + e.getMessage());
    }
    if (http.status() != 200) {
      return new Reject(uri, place, Reason.NOT_AN_ARTICLE, "HTTP status " + http.status());
    }
    if (!isPage(type)) {
      return new Reject(uri, place, Reason.NOT_AN_ARTICLE, "content of type " + type.base());
    }
    byte[] page = content(http, block);
    return page.length > limit
        ? overLong(place)
        : PageReader.page(uri, place, target(response), page, charset(type));
  }

  /** The response in a block. jwarc wants to read it from a record, so it gets one. */
  private static HttpResponse http(byte[] block) throws IOException {
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http;msgtype=response\r\n"
            + "Content-Length: "
            + block.length
            + "\r\n\r\n";
    var record =
        new SequenceInputStream(
            new ByteArrayInputStream(head.getBytes(US_ASCII)), new ByteArrayInputStream(block));
    return ((WarcResponse) new WarcReader(record).next().orElseThrow()).http();
  }

  /** The block of a record, or null if it is longer than the limit. */
  private byte[] body(WarcRecord record) throws IOException {
    byte[] bytes = record.body().stream().readNBytes(limit + 1);
    return bytes.length > limit ? null : bytes;
  }

  /**
   * The page of a response, without its transfer coding. Crawlers write responses that claim to be
   * chunked or compressed and are not; those are taken as they stand. Of one that breaks off, what
   * came before is kept.
   */
  private byte[] content(HttpResponse http, byte[] block) {
    var content = new ByteArrayOutputStream();
    try {
      InputStream body = http.bodyDecoded().stream();
      byte[] buffer = new byte[1 << 13];
      for (int n = body.read(buffer); n >= 0 && content.size() <= limit; n = body.read(buffer)) {
        content.write(buffer, 0, n);
      }
    } catch (IOException | RuntimeException e) {
      if (content.size() == 0) {
        return afterBlankLine(block);
      }
    }
    return content.toByteArray();
  }

  private static byte[] afterBlankLine(byte[] block) {
    for (int i = 3; i < block.length; i++) {
      if (block[i] == '\n' && (block[i - 1] == '\n' || block[i - 2] == '\n')) {
        return Arrays.copyOfRange(block, i + 1, block.length);
      }
    }
    return new byte[0];
  }

  private InputRecord overLong(long place) {
    return new Reject(uri, place, Reason.OVER_LONG, "longer than " + limit + " bytes");
  }

  private static boolean isPage(MediaType type) {
    String base = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    return base.equals("text/html") || base.equals("application/xhtml+xml");
  }

  private static String charset(MediaType type) {
    return type.parameters().get("charset");
  }

  private static String target(WarcTargetRecord record) {
    return String.valueOf(record.target());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
