package org.parley.jobs.ingest;

import java.io.Serializable;

/**
 * How much one record and one file may hold before they are rejected.
 *
 * @param recordBytes longest record, after decompression
 * @param fileBytes longest file, after decompression
 */
record Limits(long recordBytes, long fileBytes) implements Serializable {
  /** 8 MiB a record (the longest news pages are around 5), 64 GiB a file. */
  static final Limits DEFAULT = new Limits(8L << 20, 64L << 30);

  /** No text compresses better than this; gzip itself ends at 1032. */
  private static final long MAX_RATIO = 200;

  private static final long MIN_DECOMPRESSED = 64L << 20;

  Limits {
    if (recordBytes < 1 || recordBytes > Integer.MAX_VALUE / 2 || fileBytes < 1) {
      throw new IllegalArgumentException(
          "the limit of a record must lie between 1 and "
              + Integer.MAX_VALUE / 2
              + " bytes, that of a file above 0; got "
              + recordBytes
              + " and "
              + fileBytes);
    }
  }

  /** How many bytes a compressed file of this length may become. */
  long decompressed(long compressedBytes) {
    return Math.min(fileBytes, Math.max(MIN_DECOMPRESSED, compressedBytes * MAX_RATIO));
  }
}
