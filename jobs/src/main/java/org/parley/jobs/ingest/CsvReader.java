package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.parley.jobs.ingest.InputRecord.Reject;
import org.parley.text.Decoding;
import org.parley.text.TextDecoder;

/**
 * Records of separated values (RFC 4180) below a header line. The separator of a {@code .csv} file
 * is the one of comma, semicolon and tab that its header has most often. Bytes are parsed first and
 * decoded cell by cell, so a cell that cannot be decoded costs one record.
 */
final class CsvReader implements RecordReader {
  private final String uri;
  private final ByteRecords records;
  private final CsvBoundary boundary;
  private final Fields fields;
  private final Limits limits;
  private CSVFormat format;
  private List<String> header;
  private long index;
  private boolean done;

  private CsvReader(
      String uri, InputStream in, CsvBoundary boundary, Fields fields, Limits limits) {
    this.uri = uri;
    this.boundary = boundary;
    this.records = new ByteRecords(in, boundary, limits.recordBytes());
    this.fields = fields;
    this.limits = limits;
  }

  /** A reader that finds the separator in the header. */
  static CsvReader csv(String uri, InputStream in, Fields fields, Limits limits) {
    return new CsvReader(uri, in, new CsvBoundary(), fields, limits);
  }

  /** A reader of values separated by tabs. */
  static CsvReader tsv(String uri, InputStream in, Fields fields, Limits limits) {
    return new CsvReader(uri, in, new CsvBoundary('\t'), fields, limits);
  }

  @Override
  public InputRecord next() throws IOException {
    if (done) {
      return null;
    }
    if (header == null) {
      InputRecord problem = readHeader();
      if (problem != null || done) {
        done = true;
        return problem;
      }
    }
    ByteRecords.Chunk chunk = nextChunk();
    return chunk == null ? null : record(chunk, index++);
  }

  private ByteRecords.Chunk nextChunk() throws IOException {
    ByteRecords.Chunk chunk = records.next();
    while (chunk != null && !chunk.overLong() && chunk.latin1().isBlank()) {
      chunk = records.next();
    }
    return chunk;
  }

  private InputRecord readHeader() throws IOException {
    ByteRecords.Chunk chunk = nextChunk();
    if (chunk == null) {
      done = true;
      return null;
    }
    if (chunk.overLong()) {
      return new Reject(
          uri, 0, Reason.OVER_LONG, "the header is " + chunk.length() + " bytes long");
    }
    format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(boundary.delimiter())
            .setIgnoreEmptyLines(true)
            .get();
    try {
      header = new ArrayList<>();
      for (String cell : parse(chunk)) {
        header.add(decode(cell).strip());
      }
    } catch (IOException | UncheckedIOException e) {
      return new Reject(uri, 0, Reason.MALFORMED_CSV, "header: " + e.getMessage());
    }
    return fields.findText(header)
        ? null
        : new Reject(uri, 0, Reason.MISSING_COLUMN, Fields.missingText(header));
  }

  private InputRecord record(ByteRecords.Chunk chunk, long place) {
    if (chunk.overLong()) {
      return new Reject(
          uri,
          place,
          Reason.OVER_LONG,
          chunk.length() + " bytes; the limit is " + limits.recordBytes());
    }
    try {
      CSVRecord cells = parse(chunk);
      if (cells.size() != header.size()) {
        return new Reject(
            uri,
            place,
            Reason.MALFORMED_CSV,
            cells.size() + " cells where the header has " + header.size());
      }
      Map<String, Object> record = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        record.putIfAbsent(header.get(i), decode(cells.get(i)));
      }
      return fields.article(uri, place, record);
    } catch (UndecodableCell e) {
      return PageReader.refused(uri, place, e.refused);
    } catch (IOException | UncheckedIOException e) {
      return new Reject(uri, place, Reason.MALFORMED_CSV, e.getMessage());
    }
  }

  private CSVRecord parse(ByteRecords.Chunk chunk) throws IOException {
    try (var parser = CSVParser.parse(chunk.latin1(), format)) {
      List<CSVRecord> parsed = parser.getRecords();
      if (parsed.size() != 1) {
        throw new IOException(parsed.size() + " records in one line");
      }
      return parsed.get(0);
    }
  }

  private static String decode(String cell) throws UndecodableCell {
    var decoding = TextDecoder.decode(cell.getBytes(ISO_8859_1), null);
    if (decoding instanceof Decoding.Refused refused) {
      throw new UndecodableCell(refused);
    }
    return ((Decoding.Decoded) decoding).text();
  }

  private static final class UndecodableCell extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Decoding.Refused refused;

    UndecodableCell(Decoding.Refused refused) {
      super(refused.detail());
      this.refused = refused;
    }
  }
}
