package org.parley.jobs.cooccur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The names behind the numbers in states. Each run that counts writes its own numbers down, once;
 * where states are read, they get new ones. Numbers ascend with names in both, so what is sorted
 * stays so.
 *
 * @param entities the new numbers of entities
 * @param outlets outlets, whose new numbers are one higher: 0 is none
 * @param newEntities for each dictionary, new numbers by old ones
 * @param newOutlets likewise; number 0 stays
 */
record StateDictionary(
    Dictionary entities,
    Dictionary outlets,
    Map<String, int[]> newEntities,
    Map<String, int[]> newOutlets) {
  /** Where dictionaries stand in place of a month. */
  private static final String MONTH = "names";

  private static final String ENTITIES = "entities";
  private static final String OUTLETS = "outlets";
  private static final int CHUNK = 1 << 16;
  private static final String SEPARATOR = "\0";

  /** The name of a corpus's numbers: equal if and only if the numbers are. */
  static String id(Corpus corpus) {
    var all = new ArrayList<>(corpus.entities().names());
    all.add("");
    all.addAll(corpus.outlets().names());
    return UUID.nameUUIDFromBytes(String.join(SEPARATOR, all).getBytes(UTF_8)).toString();
  }

  /** The rows of a corpus's numbers. */
  static List<Row> rows(Corpus corpus) {
    var rows = new ArrayList<Row>();
    String id = id(corpus);
    add(rows, ENTITIES, id, corpus.entities());
    add(rows, OUTLETS, id, corpus.outlets());
    return rows;
  }

  private static void add(List<Row> rows, String kind, String id, Dictionary names) {
    for (int begin = 0; begin < names.size(); begin += CHUNK) {
      var chunk = names.names().subList(begin, Math.min(names.size(), begin + CHUNK));
      rows.add(
          RowFactory.create(
              kind, "", begin / CHUNK, id, String.join(SEPARATOR, chunk).getBytes(UTF_8), MONTH));
    }
  }

  /** The dictionaries in a table that some of its rows refer to. */
  static Dataset<Row> usedBy(Dataset<Row> rows, Dataset<Row> table) {
    var used =
        rows.select("dictionary")
            .distinct()
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    return table.where(col("month").equalTo(MONTH).and(col("dictionary").isInCollection(used)));
  }

  /** All names in a table of states, and their new numbers. */
  static StateDictionary read(Dataset<Row> table) {
    var entities = names(table, ENTITIES);
    var outlets = names(table, OUTLETS);
    var newEntities = merged(entities);
    var newOutlets = merged(outlets);
    var outletNumbers = new HashMap<String, int[]>();
    outlets.forEach(
        (id, names) -> {
          var numbers = new int[names.size() + 1];
          for (int i = 0; i < names.size(); i++) {
            numbers[i + 1] = newOutlets.number(names.get(i)) + 1;
          }
          outletNumbers.put(id, numbers);
        });
    var entityNumbers = new HashMap<String, int[]>();
    entities.forEach(
        (id, names) ->
            entityNumbers.put(id, names.stream().mapToInt(newEntities::number).toArray()));
    return new StateDictionary(newEntities, newOutlets, entityNumbers, outletNumbers);
  }

  private static Dictionary merged(Map<String, List<String>> names) {
    return Dictionary.of(names.values().stream().flatMap(List::stream).toList());
  }

  private static Map<String, List<String>> names(Dataset<Row> table, String kind) {
    var names = new HashMap<String, List<String>>();
    for (Row row :
        table
            .where(col("month").equalTo(MONTH).and(col("kind").equalTo(kind)))
            .sort("dictionary", "bucket")
            .select("dictionary", "block")
            .collectAsList()) {
      names
          .computeIfAbsent(row.getString(0), id -> new ArrayList<>())
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
      String id = row.getAs("dictionary");
      postings.addAll(
          row.getAs("block"),
          calendar.number(row.getAs("month")),
          numbers.value().entities.get(id),
          numbers.value().outlets.getOrDefault(id, NO_OUTLETS));
    }
  }

  /** What decoders need. */
  record Numbers(Map<String, int[]> entities, Map<String, int[]> outlets) implements Serializable {}

  Numbers numbers() {
    return new Numbers(newEntities, newOutlets);
  }
}
