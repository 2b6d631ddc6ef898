package org.parley.jobs.ingest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.parley.jobs.ingest.InputRecord.Reject;

/**
 * All records of a file, read as they are asked for. It never throws: where the file cannot be read
 * on, that is its last record, a reject. A file without any record has one reject.
 */
final class FileRecords implements Iterator<InputRecord>, Closeable {
  private final InputFile file;
  private final Configuration configuration;
  private final Fields fields;
  private final Limits limits;
  private FSDataInputStream raw;
  private InputStream stream;
  private java.nio.file.Path temporary;
  private RecordReader reader;
  private InputRecord next;
  private boolean isGzip;
  private long count;
  private boolean ended;

  FileRecords(InputFile file, Configuration configuration, Fields fields, Limits limits) {
    this.file = file;
    this.configuration = configuration;
    this.fields = fields;
    this.limits = limits;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public InputRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var record = next;
    next = null;
    count++;
    return record;
  }

  private InputRecord read() {
    InputRecord record;
    try {
      if (reader == null) {
        reader = open();
      }
      record = reader.next();
    } catch (IOException | UncheckedIOException e) {
      record = end(broken(e instanceof UncheckedIOException u ? u.getCause() : (IOException) e));
    } catch (RuntimeException | StackOverflowError e) {
      record = end(new Reject(file.uri(), count, Reason.FAILED, e.toString()));
    }
    if (record == null) {
      record = end(null);
      if (count == 0) {
        record = new Reject(file.uri(), 0, Reason.EMPTY_FILE, file.length() + " bytes");
      }
    }
    return record;
  }

  private InputRecord end(InputRecord last) {
    ended = true;
    close();
    return last;
  }

  private Reject broken(IOException e) {
    Reason reason = Reason.UNREADABLE;
    if (e instanceof BrokenInputException broken) {
      reason = broken.reason();
    } else if (reader instanceof WarcFileReader) {
      reason = Reason.MALFORMED_WARC;
    } else if (isGzip) {
      reason = Reason.MALFORMED_GZIP;
    }
    String detail =
        e.getMessage() != null
            ? e.getMessage()
            : e instanceof EOFException ? "the file breaks off" : e.getClass().getSimpleName();
    return new Reject(file.uri(), count, reason, detail);
  }

  /** How many bytes of the file have been read by now; all of them at its end. */
  long bytesRead() {
    try {
      return hasNext() ? Math.min(raw.getPos(), file.length()) : file.length();
    } catch (IOException e) {
      return file.length();
    }
  }

  private RecordReader open() throws IOException {
    var path = new Path(file.uri());
    requireRegular(path);
    raw = path.getFileSystem(configuration).open(path);
    stream = new BufferedInputStream(raw, 1 << 16);
    isGzip = Format.isGzip(head(stream));
    if (isGzip) {
      var unzipped =
          GzipCompressorInputStream.builder()
              .setInputStream(stream)
              .setDecompressConcatenated(true)
              .get();
      stream =
          new BufferedInputStream(
              new LimitedStream(unzipped, limits.decompressed(file.length())), 1 << 16);
    } else {
      stream = new BufferedInputStream(new LimitedStream(stream, limits.fileBytes()), 1 << 16);
    }
    byte[] head = head(stream);
    Optional<Format> format = Format.ofName(path.getName()).or(() -> Format.ofHead(head));
    if (format.isEmpty()) {
      throw new BrokenInputException(Reason.BINARY, "no format that Parley reads");
    }
    String uri = file.uri();
    return switch (format.get()) {
      case TEXT -> PageReader.text(uri, stream, limits);
      case HTML -> PageReader.html(uri, stream, limits);
      case JSON_LINES -> JsonReader.lines(uri, stream, fields, limits);
      case JSON -> JsonReader.document(uri, stream, fields, limits);
      case CSV -> CsvReader.csv(uri, stream, fields, limits);
      case TSV -> CsvReader.tsv(uri, stream, fields, limits);
      case WARC -> new WarcFileReader(uri, stream, limits);
      case PARQUET -> parquet(isGzip ? unzipped() : path);
    };
  }

  /** A pipe or a device on this machine's disks could be read for ever. */
  private static void requireRegular(Path path) throws IOException {
    if ("file".equals(path.toUri().getScheme())
        && !Files.isRegularFile(java.nio.file.Path.of(path.toUri().getPath()))) {
      throw new BrokenInputException(Reason.UNREADABLE, "no regular file");
    }
  }

  private RecordReader parquet(Path path) throws IOException {
    try {
      return new ParquetFileReader(file.uri(), path, configuration, fields, limits);
    } catch (RuntimeException e) {
      throw new BrokenInputException(Reason.MALFORMED_PARQUET, e);
    }
  }

  /** Parquet is read from its end, so a compressed file must be unpacked first. */
  private Path unzipped() throws IOException {
    temporary = Files.createTempFile("parley", ".parquet");
    Files.copy(stream, temporary, StandardCopyOption.REPLACE_EXISTING);
    return new Path(temporary.toUri());
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(Format.HEAD);
    byte[] head = in.readNBytes(Format.HEAD);
    in.reset();
    return head;
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
      if (stream != null) {
        stream.close();
      }
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | RuntimeException e) {
      // All records were read; a stream that cannot be closed loses nothing.
    }
    reader = null;
    stream = null;
  }
}
