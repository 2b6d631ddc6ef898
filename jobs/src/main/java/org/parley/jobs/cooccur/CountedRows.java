package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** From the postings of a bucket to the counts of its entities or pairs, as rows. */
final class CountedRows implements Iterator<Row> {
  /**
   * What the executors need to know to count.
   *
   * @param timeline where bursts are looked for
   * @param windows as {@link Counting} has them
   * @param months the numbers of the months that become rows
   * @param margins by the number of the context; null to count entities
   */
  record Plan(
      Calendar calendar,
      Timeline timeline,
      int outlets,
      Map<String, long[]> windows,
      BitSet months,
      List<String> contexts,
      List<Margins> margins,
      Keep keep)
      implements Serializable {}

  /** What is named in fewer articles bursts by chance. */
  private static final int LEAST_OF_BURSTS = 5;

  private final Buckets buckets;
  private final Plan plan;
  private final Sums.Adder adder;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private final Map<String, Nodes> nodes = new TreeMap<>();
  private Buckets.Bucket bucket;
  private int place;

  private CountedRows(Iterator<Row> blocks, BiConsumer<Row, Postings> decoder, Plan plan) {
    this.buckets = new Buckets(blocks, decoder, other -> {});
    this.plan = plan;
    this.adder = new Sums.Adder(plan.calendar, plan.months, plan.outlets);
  }

  /** A decoder that is sent to executors. */
  interface Decoder extends BiConsumer<Row, Postings>, Serializable {}

  /** {@link CountRow}s from gathered blocks. */
  static Dataset<Row> of(Dataset<Row> blocks, Decoder decoder, Broadcast<Plan> plan) {
    return Buckets.gathered(blocks)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new CountedRows(rows, decoder, plan.value()),
            Encoders.row(CountRow.SCHEMA));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      if (bucket == null || place == bucket.postings().size()) {
        if (!buckets.hasNext()) {
          nodes.forEach(
              (context, some) ->
                  some.forEach(
                      (entity, windows, others) ->
                          ready.add(CountRow.node(context, entity, windows, others))));
          nodes.clear();
          return !ready.isEmpty();
        }
        bucket = buckets.next();
        place = 0;
      } else if (plan.margins == null) {
        entity();
      } else {
        pair();
      }
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private int endOfKey(int begin) {
    var postings = bucket.postings();
    int end = begin + 1;
    while (end < postings.size() && postings.key(end) == postings.key(begin)) {
      end++;
    }
    return end;
  }

  private void entity() {
    int end = endOfKey(place);
    long key = bucket.postings().key(place);
    for (var unit : List.of(Sums.Stretch.ALL, Sums.Stretch.MONTH)) {
      for (Sums sums : adder.over(unit, bucket.postings(), place, end)) {
        if (sums.windows > 0) {
          long all = plan.windows.get(bucket.context())[sums.stretch + 1];
          ready.add(
              CountRow.of(bucket.context(), unit, key, sums, sums.windows, sums.windows, all));
        }
      }
    }
    if (PairKey.voice(key) == Voice.ALL.code()) {
      bursts(key, place, end);
    }
    place = end;
  }

  private void bursts(long key, int begin, int end) {
    if (bucket.context().equals(WindowKind.ARTICLE.label())) {
      for (var burst : plan.timeline.bursts(bucket.postings(), begin, end, LEAST_OF_BURSTS)) {
        ready.add(CountRow.burst(bucket.context(), key, burst));
      }
    }
  }

  private void pair() {
    var postings = bucket.postings();
    long pair = PairKey.pair(postings.key(place));
    var begins = new int[Voice.COUNT + 1];
    int voices = 0;
    int end = place;
    while (end < postings.size() && PairKey.pair(postings.key(end)) == pair) {
      begins[voices++] = end;
      end = endOfKey(end);
    }
    begins[voices] = end;
    place = end;
    // The voice all is the last one. What holds for it decides for the others.
    int allVoices = begins[voices - 1];
    long key = postings.key(allVoices);
    var margins = plan.margins.get(plan.contexts.indexOf(bucket.context()));
    var whole = adder.over(Sums.Stretch.ALL, postings, allVoices, end).get(0);
    if (whole.windows > 0) {
      nodes
          .computeIfAbsent(bucket.context(), c -> new Nodes(margins.entities()))
          .add(key, whole.windows);
    }
    var months = adder.over(Sums.Stretch.MONTH, postings, allVoices, end);
    var kept = plan.keep.stretches(key, whole, months, margins);
    if (kept.isEmpty()) {
      return;
    }
    for (int voice = 0; voice < voices; voice++) {
      add(Sums.Stretch.ALL, begins[voice], begins[voice + 1], margins, kept);
      add(Sums.Stretch.MONTH, begins[voice], begins[voice + 1], margins, kept);
    }
    if (plan.keep.hasSeries(whole)) {
      series(key, allVoices, end);
    }
  }

  private void add(Sums.Stretch unit, int begin, int end, Margins margins, Set<Integer> kept) {
    long key = bucket.postings().key(begin);
    int voice = PairKey.voice(key);
    for (Sums sums : adder.over(unit, bucket.postings(), begin, end)) {
      if (sums.windows >= plan.keep.leastOfRow() && kept.contains(sums.stretch)) {
        ready.add(
            CountRow.of(
                bucket.context(),
                unit,
                key,
                sums,
                margins.of(PairKey.first(key), sums.stretch, voice),
                margins.of(PairKey.second(key), sums.stretch, voice),
                margins.windows(sums.stretch)));
      }
    }
  }

  private void series(long key, int begin, int end) {
    for (Sums week : adder.over(Sums.Stretch.WEEK, bucket.postings(), begin, end)) {
      ready.add(CountRow.of(bucket.context(), Sums.Stretch.WEEK, key, week, null, null, null));
    }
    for (Sums outlet : adder.over(Sums.Stretch.OUTLET, bucket.postings(), begin, end)) {
      if (outlet.windows >= plan.keep.leastWindows()) {
        ready.add(
            CountRow.of(bucket.context(), Sums.Stretch.OUTLET, key, outlet, null, null, null));
      }
    }
    bursts(key, begin, end);
  }
}
