package org.parley.jobs.cooccur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The names behind the numbers in states. The states of a month have numbers for the names of that
 * month alone, so that they are the same whatever was counted before or beside it; where states of
 * several months are read, their names get common numbers. Numbers ascend with names in all of
 * them, so what is sorted stays so.
 *
 * @param entities the common numbers of entities
 * @param outlets outlets, whose common numbers are one higher: 0 is none
 * @param ofEntities for each month, common numbers by its own ones; they ascend
 * @param ofOutlets likewise; number 0 stays
 */
record StateDictionary(
    Dictionary entities,
    Dictionary outlets,
    Map<String, int[]> ofEntities,
    Map<String, int[]> ofOutlets) {
  private static final String ENTITIES = "entities";
  private static final String OUTLETS = "outlets";
  private static final int CHUNK = 1 << 16;
  private static final String SEPARATOR = "\0";

  /**
   * The rows of the names of months.
   *
   * @param entities by month
   * @param outlets by month
   */
  static List<Row> rows(Map<String, Dictionary> entities, Map<String, Dictionary> outlets) {
    var rows = new ArrayList<Row>();
    entities.forEach((month, names) -> add(rows, ENTITIES, names.names(), month));
    outlets.forEach((month, names) -> add(rows, OUTLETS, names.names(), month));
    return rows;
  }

  private static void add(List<Row> rows, String kind, List<String> names, String month) {
    for (int begin = 0; begin < names.size(); begin += CHUNK) {
      var chunk = names.subList(begin, Math.min(names.size(), begin + CHUNK));
      byte[] block = String.join(SEPARATOR, chunk).getBytes(UTF_8);
      rows.add(RowFactory.create(kind, "", begin / CHUNK, block, month));
    }
  }

  /** The names in a table of states. */
  static StateDictionary read(Dataset<Row> table) {
    var entities = names(table, ENTITIES);
    var outlets = names(table, OUTLETS);
    var allEntities = merged(entities);
    var allOutlets = merged(outlets);
    var ofEntities = new TreeMap<String, int[]>();
    entities.forEach(
        (month, names) ->
            ofEntities.put(month, names.stream().mapToInt(allEntities::number).toArray()));
    var ofOutlets = new TreeMap<String, int[]>();
    outlets.forEach(
        (month, names) -> {
          var numbers = new int[names.size() + 1];
          Arrays.setAll(numbers, i -> i == 0 ? 0 : allOutlets.number(names.get(i - 1)) + 1);
          ofOutlets.put(month, numbers);
        });
    return new StateDictionary(allEntities, allOutlets, ofEntities, ofOutlets);
  }

  /** Whether an entity is named in a month. */
  boolean isNamed(String entity, String month) {
    int number = entities.number(entity);
    int[] named = ofEntities.get(month);
    return number >= 0 && named != null && Arrays.binarySearch(named, number) >= 0;
  }

  private static Dictionary merged(Map<String, List<String>> names) {
    return Dictionary.of(names.values().stream().flatMap(List::stream).toList());
  }

  private static Map<String, List<String>> names(Dataset<Row> table, String kind) {
    var names = new TreeMap<String, List<String>>();
    for (Row row :
        table
            .where(col("kind").equalTo(kind))
            .sort("month", "bucket")
            .select("month", "block")
            .collectAsList()) {
      names
          .computeIfAbsent(row.getString(0), month -> new ArrayList<>())
          .addAll(List.of(new String(row.<byte[]>getAs(1), UTF_8).split(SEPARATOR, -1)));
    }
    return names;
  }

  /** Reads blocks of states. */
  static final class Decoder implements CountedRows.Decoder {
    private static final long serialVersionUID = 1L;
    private static final int[] NO_OUTLETS = {0};
    private final Broadcast<Numbers> numbers;
    private final Calendar calendar;

    Decoder(Broadcast<Numbers> numbers, Calendar calendar) {
      this.numbers = numbers;
      this.calendar = calendar;
    }

    @Override
    public void accept(Row row, Postings postings) {
      String month = row.getAs("month");
      postings.addAll(
          row.getAs("block"),
          calendar.number(month),
          numbers.value().entities.get(month),
          numbers.value().outlets.getOrDefault(month, NO_OUTLETS));
    }
  }

  /** What decoders need. */
  record Numbers(Map<String, int[]> entities, Map<String, int[]> outlets) implements Serializable {}

  Numbers numbers() {
    return new Numbers(ofEntities, ofOutlets);
  }
}
