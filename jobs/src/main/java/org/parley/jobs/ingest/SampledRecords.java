package org.parley.jobs.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;

/** The first records of some files, read no further than needed. */
final class SampledRecords implements Iterator<InputRecord> {
  private final Iterator<FileRecords> files;
  private final LongConsumer bytes;
  private FileRecords file;
  private int left;

  /**
   * Records of files, one file after the other.
   *
   * @param count how many at most
   * @param bytes is told, when they are read, how many bytes they took
   */
  SampledRecords(Iterator<FileRecords> files, int count, LongConsumer bytes) {
    this.files = files;
    this.left = count;
    this.bytes = bytes;
  }

  @Override
  public boolean hasNext() {
    while (left > 0 && (file == null || !file.hasNext())) {
      leave();
      if (!files.hasNext()) {
        left = 0;
        return false;
      }
      file = files.next();
    }
    return left > 0;
  }

  @Override
  public InputRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InputRecord record = file.next();
    left--;
    if (left == 0) {
      leave();
    }
    return record;
  }

  private void leave() {
    if (file != null) {
      bytes.accept(file.bytesRead());
      file.close();
      file = null;
    }
  }
}
