package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.parley.jobs.ingest.InputRecord.Reject;

/**
 * JSON objects, one a line, or (in a {@code .json} file whose first line is not a whole object) one
 * after another or in an array, however they are laid out. A malformed one is a reject, and the
 * next one is read.
 */
final class JsonReader implements RecordReader {
  private static final int MAX_DEPTH = 100;
  private static final String NO_OBJECT = "an article is one JSON object; this is another value";
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final String uri;
  private final ByteRecords records;
  private final Fields fields;
  private final Limits limits;
  private final ObjectMapper mapper;
  private long index;

  private JsonReader(String uri, ByteRecords records, Fields fields, Limits limits) {
    this.uri = uri;
    this.records = records;
    this.fields = fields;
    this.limits = limits;
    this.mapper = mapper(limits);
  }

  private static ObjectMapper mapper(Limits limits) {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength((int) limits.recordBytes())
                    .build())
            .build();
    // Python writes NaN for a missing value.
    return JsonMapper.builder(factory)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  static JsonReader lines(String uri, InputStream in, Fields fields, Limits limits) {
    return new JsonReader(uri, ByteRecords.lines(in, limits.recordBytes()), fields, limits);
  }

  static JsonReader document(String uri, InputStream in, Fields fields, Limits limits)
      throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    byte[] firstLine = firstLine(buffered, limits);
    var all = new SequenceInputStream(new ByteArrayInputStream(firstLine), buffered);
    try {
      mapper(limits).readValue(firstLine, OBJECT);
      return lines(uri, all, fields, limits);
    } catch (IOException notLines) {
      var values = new ByteRecords(all, new JsonValueBoundary(), limits.recordBytes());
      return new JsonReader(uri, values, fields, limits);
    }
  }

  private static byte[] firstLine(InputStream in, Limits limits) throws IOException {
    var line = new ByteArrayOutputStream();
    int b = 0;
    while (b != '\n' && line.size() <= limits.recordBytes() && (b = in.read()) >= 0) {
      line.write(b);
    }
    return line.toByteArray();
  }

  @Override
  public InputRecord next() throws IOException {
    ByteRecords.Chunk chunk = records.next();
    while (chunk != null && !chunk.overLong() && chunk.latin1().isBlank()) {
      chunk = records.next();
    }
    return chunk == null ? null : record(chunk, index++);
  }

  private InputRecord record(ByteRecords.Chunk chunk, long place) {
    if (chunk.overLong()) {
      return new Reject(
          uri,
          place,
          Reason.OVER_LONG,
          chunk.length() + " bytes; the limit is " + limits.recordBytes());
    }
    byte[] bytes = chunk.latin1().getBytes(ISO_8859_1);
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      return new Reject(uri, place, Reason.UNDECODABLE, "JSON must be UTF-8");
    }
    try {
      Map<String, Object> object = mapper.readValue(bytes, OBJECT);
      return object == null
          ? new Reject(uri, place, Reason.MALFORMED_JSON, NO_OBJECT)
          : fields.article(uri, place, object);
    } catch (MismatchedInputException e) {
      return new Reject(uri, place, Reason.MALFORMED_JSON, NO_OBJECT);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      return new Reject(uri, place, Reason.MALFORMED_JSON, e.getOriginalMessage());
    } catch (IOException e) {
      return new Reject(uri, place, Reason.MALFORMED_JSON, e.getMessage());
    }
  }
}
