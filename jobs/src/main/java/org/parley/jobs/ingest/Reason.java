package org.parley.jobs.ingest;

import java.util.Locale;

/** Why a record is not an article. */
enum Reason {
  /** The bytes are not text in the encoding that they must have. */
  UNDECODABLE,
  /** No text is left. */
  EMPTY_TEXT,
  /** The file is binary data of a kind that Parley does not read. */
  BINARY,
  /** The file holds no record. */
  EMPTY_FILE,
  /** The file cannot be opened or read on. */
  UNREADABLE,
  MALFORMED_JSON,
  MALFORMED_CSV,
  MALFORMED_PARQUET,
  MALFORMED_WARC,
  MALFORMED_HTML,
  MALFORMED_GZIP,
  /** The file has no column that holds the text. */
  MISSING_COLUMN,
  /** A record is longer than the limit. */
  OVER_LONG,
  /** A file is longer than the limit, or its compression hides more than any text does. */
  FILE_TOO_LARGE,
  /** A record of a web archive that is not a page: a request, an image, an error page. */
  NOT_AN_ARTICLE,
  /** The text is in another language; the detail is its code. */
  NOT_ENGLISH,
  /** The same record was read before. */
  DUPLICATE_RECORD,
  /** The record could not be processed for a reason that nobody foresaw. */
  FAILED;

  /** The name as it stands in the table: lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
