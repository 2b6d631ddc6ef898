package org.parley.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.parley.jobs.ingest.InputRecord.RawArticle;
import org.parley.jobs.ingest.InputRecord.Reject;
import org.parley.text.Decoding;
import org.parley.text.TextDecoder;

/** A file that is one record: a plain text whose first line is the title, or a web page. */
final class PageReader implements RecordReader {
  private final String uri;
  private final InputStream in;
  private final boolean isPage;
  private final int limit;
  private boolean done;

  private PageReader(String uri, InputStream in, boolean isPage, Limits limits) {
    this.uri = uri;
    this.in = in;
    this.isPage = isPage;
    this.limit = (int) limits.recordBytes();
  }

  static PageReader text(String uri, InputStream in, Limits limits) {
    return new PageReader(uri, in, false, limits);
  }

  static PageReader html(String uri, InputStream in, Limits limits) {
    return new PageReader(uri, in, true, limits);
  }

  @Override
  public InputRecord next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length == 0) {
      return null;
    }
    if (bytes.length > limit) {
      return new Reject(uri, 0, Reason.OVER_LONG, "longer than " + limit + " bytes");
    }
    return isPage ? page(uri, 0, null, bytes, null) : text(bytes);
  }

  /**
   * The page in these bytes.
   *
   * @param url its address, or null
   * @param charset the encoding that came with it, or null
   */
  static InputRecord page(String uri, long index, String url, byte[] bytes, String charset) {
    var decoding = TextDecoder.decode(bytes, charset);
    if (decoding instanceof Decoding.Refused refused) {
      return refused(uri, index, refused);
    }
    String page = ((Decoding.Decoded) decoding).text();
    return page.isBlank()
        ? new Reject(uri, index, Reason.EMPTY_TEXT, "")
        : new RawArticle(uri, index, null, List.of(), url, null, null, null, page, true);
  }

  static Reject refused(String uri, long index, Decoding.Refused refused) {
    var reason = Reason.valueOf(refused.reason().toUpperCase(Locale.ROOT));
    return new Reject(uri, index, reason, refused.detail());
  }

  private InputRecord text(byte[] bytes) {
    var decoding = TextDecoder.decode(bytes, null);
    if (decoding instanceof Decoding.Refused refused) {
      return refused(uri, 0, refused);
    }
    String text = ((Decoding.Decoded) decoding).text();
    String visible = text.strip();
    if (visible.isEmpty()) {
      return new Reject(uri, 0, Reason.EMPTY_TEXT, "");
    }
    int lineEnd = visible.indexOf('\n');
    String title = lineEnd < 0 ? null : visible.substring(0, lineEnd).strip();
    return new RawArticle(uri, 0, title, List.of(), null, null, null, null, text, false);
  }
}
