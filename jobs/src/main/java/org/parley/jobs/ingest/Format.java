package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/** A format of input files, known by the extension of the name or else by the first bytes. */
enum Format {
  /** Plain text, one article a file; the first line is the title. */
  TEXT,
  /** One page a file. */
  HTML,
  /** One JSON object a line. */
  JSON_LINES,
  /** A JSON array of objects, or objects one after another, or lines after all. */
  JSON,
  CSV,
  TSV,
  PARQUET,
  /** Web archives, WARC and ARC. */
  WARC;

  /** How many bytes {@link #ofHead} wants to see. */
  static final int HEAD = 1024;

  /** The format that a file name tells, whether or not {@code .gz} follows. */
  static Optional<Format> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz(ip)?$", "");
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    if (extension.length() == lower.length()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (extension) {
          case "txt", "text" -> TEXT;
          case "html", "htm", "xhtml" -> HTML;
          case "jsonl", "ndjson" -> JSON_LINES;
          case "json" -> JSON;
          case "csv" -> CSV;
          case "tsv" -> TSV;
          case "parquet" -> PARQUET;
          case "warc", "arc" -> WARC;
          default -> null;
        });
  }

  /** The format that the first bytes tell; empty for binary data of another kind. */
  static Optional<Format> ofHead(byte[] head) {
    String start = new String(head, ISO_8859_1);
    if (start.startsWith("PAR1")) {
      return Optional.of(PARQUET);
    }
    if (start.startsWith("WARC/") || start.startsWith("filedesc://")) {
      return Optional.of(WARC);
    }
    boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    if (start.startsWith("%PDF") || (!wide && start.indexOf('\0') >= 0)) {
      return Optional.empty();
    }
    String visible = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (visible.startsWith("{") || visible.startsWith("[{")) {
      return Optional.of(JSON);
    }
    String lower = visible.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
      return Optional.of(HTML);
    }
    return Optional.of(TEXT);
  }

  /** Whether the bytes are the beginning of a gzip member. */
  static boolean isGzip(byte[] head) {
    return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }
}
