package org.parley.jobs.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that breaks off where it becomes longer than a file may be. It asks for little at a
 * time: of a request in which a damaged gzip stream breaks, nothing arrives.
 */
final class LimitedStream extends FilterInputStream {
  private static final int PIECE = 512;

  private final long limit;
  private long length;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int size) throws IOException {
    int read = super.read(bytes, offset, Math.min(size, PIECE));
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) throws IOException {
    length += read;
    if (length > limit) {
      throw new BrokenInputException(
          Reason.FILE_TOO_LARGE, "more than " + limit + " bytes after decompression");
    }
  }
}
