package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.parley.jobs.table.Table;

/** Sorts the postings of each bucket and parts them by month: rows of the table of states. */
final class StateRows implements Iterator<Row> {
  private record Plan(Calendar calendar, Map<String, MonthNumbers> months)
      implements Serializable {}

  private final Buckets buckets;
  private final Plan plan;
  private final Map<List<String>, WindowSizes> sizes = new LinkedHashMap<>();
  private final ArrayDeque<Row> ready = new ArrayDeque<>();

  private StateRows(Iterator<Row> blocks, Plan plan) {
    this.plan = plan;
    this.buckets =
        new Buckets(
            blocks, (row, postings) -> postings.addAll(row.<byte[]>getAs("block")), this::other);
  }

  /**
   * Rows of the table of states for some of the months.
   *
   * @param months the numbers that each of them has
   */
  static Dataset<Row> of(Dataset<Row> blocks, Corpus corpus, Map<String, MonthNumbers> months) {
    var plan =
        JavaSparkContext.fromSparkContext(blocks.sparkSession().sparkContext())
            .broadcast(new Plan(corpus.calendar(), months));
    return Buckets.gathered(blocks)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new StateRows(rows, plan.value()),
            Encoders.row(Table.COOCCURRENCE_STATES.schema().structType()));
  }

  private void other(Row row) {
    String kind = row.getAs("kind");
    String context = row.getAs("context");
    String month = row.getAs("month");
    if (kind.equals(Blocks.SIZE)) {
      sizes
          .computeIfAbsent(List.of(context, month), c -> new WindowSizes())
          .addAll(row.getAs("block"));
    } else {
      add(kind, context, row.getAs("bucket"), row.getAs("block"), month);
    }
  }

  private void add(String kind, String context, int bucket, byte[] block, String month) {
    if (plan.months.containsKey(month)) {
      ready.add(RowFactory.create(kind, context, bucket, block, month));
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && buckets.hasNext()) {
      split(buckets.next());
    }
    if (ready.isEmpty()) {
      sizes.forEach(
          (slice, counts) -> add(Blocks.SIZE, slice.get(0), 0, counts.toBytes(), slice.get(1)));
      sizes.clear();
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void split(Buckets.Bucket bucket) {
    var writers = new Postings.Writer[plan.calendar.size()];
    var numbers = new MonthNumbers[writers.length];
    Arrays.setAll(numbers, month -> plan.months.get(plan.calendar.month(month)));
    var postings = bucket.postings();
    for (int i = 0; i < postings.size(); i++) {
      long posting = postings.posting(i);
      int month = Posting.month(posting);
      if (numbers[month] == null) {
        continue;
      }
      if (writers[month] == null) {
        writers[month] = new Postings.Writer();
      }
      writers[month].add(numbers[month].key(postings.key(i)), numbers[month].posting(posting));
    }
    for (int month = 0; month < writers.length; month++) {
      if (writers[month] != null) {
        add(
            bucket.kind(),
            bucket.context(),
            bucket.number(),
            writers[month].take(),
            plan.calendar.month(month));
      }
    }
  }
}
