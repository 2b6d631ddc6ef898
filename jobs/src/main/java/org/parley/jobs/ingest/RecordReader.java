package org.parley.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, in their order. Holds one record at a time. */
interface RecordReader extends Closeable {
  /**
   * The next record, or null after the last.
   *
   * @throws IOException if nothing after this place can be read; what came before stands
   */
  InputRecord next() throws IOException;

  @Override
  default void close() throws IOException {}
}
