package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.ingest.InputFolder.gzip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web archives, whole and broken. */
final class WarcFileReaderTest {
  @TempDir private Path folder;

  @Test
  void pagesOfAWebArchiveAreArticles() throws IOException {
    String warc =
        record("warcinfo", "application/warc-fields", "software: none\r\n")
            + response("text/html", "", "<p>Story</p>")
            + record("request", "application/http;msgtype=request", "GET / HTTP/1.1\r\n\r\n")
            + response("image/png", "", "picture");

    assertThat(outcomes("a.warc", warc.getBytes(UTF_8)))
        .containsExactly(
            "0 not_an_article", "1 <p>Story</p>", "2 not_an_article", "3 not_an_article");
  }

  @Test
  void responseThatOnlyClaimsToBeChunkedIsRead() throws IOException {
    String warc = response("text/html", "Transfer-Encoding: chunked\r\n", "<p>Story</p>");

    assertThat(outcomes("a.warc", warc.getBytes(UTF_8))).containsExactly("0 <p>Story</p>");
  }

  @Test
  void truncatedArchiveKeepsWhatCameBefore() throws IOException {
    String second = response("text/html", "", "<p>Other</p>");
    String warc = response("text/html", "", "<p>Story</p>") + second.substring(0, 60);

    assertThat(outcomes("a.warc.gz", gzip(warc)))
        .containsExactly("0 <p>Story</p>", "1 malformed_warc");
  }

  @Test
  void overLongPageOfAnArchiveIsSkipped() throws IOException {
    String warc =
        response("text/html", "", "x".repeat(3000)) + response("text/html", "", "<p>Story</p>");

    assertThat(outcomes("a.warc", warc.getBytes(UTF_8)))
        .containsExactly("0 over_long", "1 <p>Story</p>");
  }

  private List<String> outcomes(String name, byte[] content) throws IOException {
    var files = new InputFolder(folder);
    return InputFolder.outcomes(files.read(files.write(name, content), Fields.with(Map.of())));
  }

  private static String response(String type, String headers, String body) {
    return record(
        "response",
        "application/http;msgtype=response",
        "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + headers + "\r\n" + body);
  }

  private static String record(String type, String contentType, String block) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + "\r\nWARC-Target-URI: http://example.org/\r\nWARC-Date: 2025-08-18T10:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:12345678-0000-4000-8000-000000000000>\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + block.getBytes(UTF_8).length
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }
}
