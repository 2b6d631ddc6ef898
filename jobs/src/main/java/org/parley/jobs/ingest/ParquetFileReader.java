package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.parley.jobs.ingest.InputRecord.Reject;

/** The rows of a Parquet file, whatever its columns, one row group in memory at a time. */
final class ParquetFileReader implements RecordReader {
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private final String uri;
  private final ParquetReader<Group> reader;
  private final Fields fields;
  private final Limits limits;
  private long index;
  private boolean done;

  ParquetFileReader(
      String uri, Path path, Configuration configuration, Fields fields, Limits limits)
      throws IOException {
    this.uri = uri;
    this.fields = fields;
    this.limits = limits;
    this.reader =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(configuration).build();
  }

  @Override
  public InputRecord next() throws IOException {
    if (done) {
      return null;
    }
    try {
      Group row = reader.read();
      if (row == null) {
        return null;
      }
      GroupType schema = row.getType();
      List<String> names = schema.getFields().stream().map(Type::getName).toList();
      if (!fields.findText(names)) {
        done = true;
        return new Reject(uri, 0, Reason.MISSING_COLUMN, Fields.missingText(names));
      }
      return record(row, index++);
    } catch (IOException | RuntimeException e) {
      throw new BrokenInputException(Reason.MALFORMED_PARQUET, e);
    }
  }

  private InputRecord record(Group row, long place) {
    Map<String, Object> record;
    try {
      record = read(row);
    } catch (CharacterCodingException e) {
      return new Reject(uri, place, Reason.UNDECODABLE, "a string that is not UTF-8");
    }
    long length =
        record.values().stream().mapToLong(v -> v instanceof String s ? s.length() : 0).sum();
    if (length > limits.recordBytes()) {
      return new Reject(
          uri,
          place,
          Reason.OVER_LONG,
          length + " characters; the limit is " + limits.recordBytes());
    }
    return fields.article(uri, place, record);
  }

  private static Map<String, Object> read(Group group) throws CharacterCodingException {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      record.put(group.getType().getFieldName(i), read(group, i));
    }
    return record;
  }

  private static Object read(Group group, int field) throws CharacterCodingException {
    var type = group.getType().getType(field);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
      values.add(
          type.isPrimitive()
              ? primitive(group, field, i, type.asPrimitiveType())
              : group(group.getGroup(field, i)));
    }
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      return values;
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** A list's elements (of the three-level form, or of older ones), or a struct as a map. */
  private static Object group(Group group) throws CharacterCodingException {
    if (!(group.getType().getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation)) {
      return read(group);
    }
    return ((List<?>) read(group, 0))
        .stream()
            .map(
                item ->
                    item instanceof Map<?, ?> m && m.size() == 1
                        ? m.values().iterator().next()
                        : item)
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object primitive(Group group, int field, int i, PrimitiveType type)
      throws CharacterCodingException {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case INT64 -> {
        long value = group.getLong(field, i);
        yield meaning instanceof TimestampLogicalTypeAnnotation t ? instant(value, t) : value;
      }
      case INT32 -> {
        int value = group.getInteger(field, i);
        yield meaning instanceof DateLogicalTypeAnnotation ? LocalDate.ofEpochDay(value) : value;
      }
      case INT96 -> {
        var time = NanoTime.fromBinary(group.getInt96(field, i));
        yield Instant.EPOCH
            .plus(time.getJulianDay() - JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
            .plusNanos(time.getTimeOfDayNanos());
      }
      case BINARY ->
          UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(group.getBinary(field, i).getBytes()))
              .toString();
      default -> group.getValueToString(field, i);
    };
  }

  private static Instant instant(long value, TimestampLogicalTypeAnnotation type) {
    return switch (type.getUnit()) {
      case MILLIS -> Instant.EPOCH.plus(value, ChronoUnit.MILLIS);
      case MICROS -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
      case NANOS -> Instant.EPOCH.plus(value, ChronoUnit.NANOS);
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
