package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into records with bounded memory: of a record that is longer than the limit nothing
 * is kept but the fact.
 */
final class ByteRecords {
  /** Says where records end; fed every byte once, in order. */
  interface Boundary {
    /** Whether the record ends with this byte. */
    boolean endsAt(int b);

    /** Whether the byte belongs to the record. */
    default boolean keeps(int b) {
      return true;
    }
  }

  /**
   * The bytes between two bounds.
   *
   * @param latin1 the record, one character a byte; empty where it is over-long
   * @param length how long it is
   * @param complete false for the last record of a stream that ends without a bound
   */
  record Chunk(String latin1, long length, boolean overLong, boolean complete) {}

  private final InputStream in;
  private final Boundary boundary;
  private final long limit;
  private boolean atStart = true;

  ByteRecords(InputStream in, Boundary boundary, long limit) {
    this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
    this.boundary = boundary;
    this.limit = limit;
  }

  /** Lines, each with its line feed. */
  static ByteRecords lines(InputStream in, long limit) {
    return new ByteRecords(in, b -> b == '\n', limit);
  }

  /** The next record, or null at the end of the stream. */
  Chunk next() throws IOException {
    if (atStart) {
      skipByteOrderMark();
      atStart = false;
    }
    var bytes = new ByteArrayOutputStream();
    long length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      boolean ends = boundary.endsAt(b);
      if (boundary.keeps(b)) {
        length++;
        if (length <= limit) {
          bytes.write(b);
        } else if (bytes.size() > 0) {
          bytes = new ByteArrayOutputStream();
        }
      }
      if (ends) {
        return new Chunk(bytes.toString(ISO_8859_1), length, length > limit, true);
      }
    }
    return length == 0
        ? null
        : new Chunk(bytes.toString(ISO_8859_1), length, length > limit, false);
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(3);
    if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
      in.reset();
    }
  }
}
