package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * From blocks of postings to the counts of entities and pairs.
 *
 * @param blocks rows with kind, context, bucket and what the decoder reads
 * @param decoder adds the postings of a block
 * @param calendar the numbers of the months in the postings
 * @param timeline where bursts are looked for
 * @param entities the numbers of the entities in them
 * @param outlets the outlets in them, whose numbers there are one higher: 0 is none
 * @param contexts the labels of the kinds of window
 * @param windows how many windows there are: for each context those of {@link Sums#ALL}, then of
 *     each month
 */
record Counting(
    Dataset<Row> blocks,
    CountedRows.Decoder decoder,
    Calendar calendar,
    Timeline timeline,
    Dictionary entities,
    Dictionary outlets,
    List<String> contexts,
    Map<String, long[]> windows) {
  private static final int CHUNK = 1 << 16;
  private static final int MARGIN_BYTES = 5 * Integer.BYTES;

  /**
   * Counts of entities; the caller unpersists them.
   *
   * @param months the numbers of the months that become rows, beside all time
   */
  Dataset<Row> entityRows(BitSet months) {
    return rows(Blocks.ENTITY, months, null, Keep.EVERY).persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Counts of pairs.
   *
   * @param months the numbers of the months that become rows, beside all time
   */
  Dataset<Row> pairRows(BitSet months, List<Margins> margins, Keep keep) {
    return rows(Blocks.PAIR, months, margins, keep);
  }

  private Dataset<Row> rows(String kind, BitSet months, List<Margins> margins, Keep keep) {
    var plan =
        JavaSparkContext.fromSparkContext(blocks.sparkSession().sparkContext())
            .broadcast(
                new CountedRows.Plan(
                    calendar, timeline, outlets.size(), windows, months, contexts, margins, keep));
    return CountedRows.of(blocks.where(col("kind").equalTo(kind)), decoder, plan);
  }

  /** The margins of each context, in the months of the rows and in all. */
  List<Margins> margins(Dataset<Row> entityRows) {
    var builders = new ArrayList<Margins.Builder>();
    for (String context : contexts) {
      builders.add(new Margins.Builder(entities.size(), windows.get(context)));
    }
    List<String> names = List.copyOf(contexts);
    List<byte[]> chunks =
        entityRows
            .where("unit IN ('all', 'month')")
            .select("context", "a", "period", "voice_number", "n_ab")
            .mapPartitions(
                (MapPartitionsFunction<Row, byte[]>) rows -> packed(rows, names), Encoders.BINARY())
            .collectAsList();
    for (byte[] chunk : chunks) {
      var in = ByteBuffer.wrap(chunk);
      while (in.hasRemaining()) {
        builders.get(in.getInt()).add(in.getInt(), in.getInt(), in.getInt(), in.getInt());
      }
    }
    return builders.stream().map(Margins.Builder::build).toList();
  }

  private static Iterator<byte[]> packed(Iterator<Row> rows, List<String> contexts) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public byte[] next() {
        var out = ByteBuffer.allocate(CHUNK * MARGIN_BYTES);
        while (rows.hasNext() && out.hasRemaining()) {
          Row row = rows.next();
          out.putInt(contexts.indexOf(row.getString(0)));
          out.putInt(row.getInt(1)).putInt(row.getInt(2)).putInt(row.getInt(3));
          out.putInt(Math.toIntExact(row.getLong(4)));
        }
        return Arrays.copyOf(out.array(), out.position());
      }
    };
  }

  /** Windows by context: those of all months together, then of each month. */
  static Map<String, long[]> windows(Dataset<Row> windows, Calendar calendar) {
    var counts = new java.util.HashMap<String, long[]>();
    for (Row row : windows.groupBy("context", "month").sum("n").collectAsList()) {
      var all = counts.computeIfAbsent(row.getString(0), c -> new long[calendar.size() + 1]);
      all[0] += row.getLong(2);
      all[calendar.number(row.getString(1)) + 1] += row.getLong(2);
    }
    return counts;
  }
}
