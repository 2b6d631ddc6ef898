package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.HashSet;
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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** From the postings of a bucket to the counts of its entities or pairs, as rows. */
final class CountedRows implements Iterator<Row> {
  /**
   * Counts of a pair (or of an entity, which is then both a and b) over a stretch of time: unit is
   * all, month, week or outlet, and period the number of the month, week or outlet. n, n_a and n_b
   * are null where the unit is week or outlet. Where the unit is burst, the row is a burst of a
   * weight, of n_ab articles from first_day to last_day. Where it is node, n_ab is the sum of an
   * entity's windows with all others, and article_count how many others those are; several rows of
   * an entity add up.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "context string, unit string, period int, voice_number int, a int, b int, n_ab bigint,"
              + " n_a bigint, n_b bigint, n bigint, article_count bigint, text_count bigint,"
              + " cluster_count bigint, outlet_count bigint, first_day int, last_day int,"
              + " weight double");

  /**
   * Which counts become rows.
   *
   * @param leastWindows a pair needs so many common windows in a month (or in all), or an
   *     expectation of at least one
   * @param seriesClusters a pair of so many near-duplicate clusters has all its months, and weeks
   *     and outlets
   * @param leastOfRow a row of one voice needs so many common windows
   */
  record Keep(int leastWindows, int seriesClusters, int leastOfRow) implements Serializable {
    /** Every pair that meets, and no weeks. */
    static final Keep EVERY = rowsOf(1);

    /** Rows of so many common windows, and no weeks. */
    static Keep rowsOf(int windows) {
      return new Keep(windows, Integer.MAX_VALUE, windows);
    }
  }

  /**
   * What the executors need to know to count.
   *
   * @param margins by the number of the context; null to count entities
   * @param timeline where bursts are looked for
   */
  record Plan(
      Calendar calendar,
      Timeline timeline,
      int outlets,
      List<String> contexts,
      List<Margins> margins,
      Keep keep)
      implements Serializable {}

  static final String BURST = "burst";
  static final String NODE = "node";

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
    this.adder = new Sums.Adder(plan.calendar, plan.outlets);
  }

  /** A decoder that is sent to executors. */
  interface Decoder extends BiConsumer<Row, Postings>, Serializable {}

  /** Rows of {@link #SCHEMA} from gathered blocks. */
  static Dataset<Row> of(Dataset<Row> blocks, Decoder decoder, Broadcast<Plan> plan) {
    return Buckets.gathered(blocks)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new CountedRows(rows, decoder, plan.value()),
            Encoders.row(SCHEMA));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      if (bucket == null || place == bucket.postings().size()) {
        if (!buckets.hasNext()) {
          nodes.forEach(
              (context, some) ->
                  some.forEach((entity, sum, degree) -> node(context, entity, sum, degree)));
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
    var postings = bucket.postings();
    int end = endOfKey(place);
    long key = postings.key(place);
    for (var unit : List.of(Sums.Stretch.ALL, Sums.Stretch.MONTH)) {
      for (Sums sums : adder.over(unit, postings, place, end)) {
        if (sums.windows > 0) {
          add(unit, key, sums, sums.windows, sums.windows, null);
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
        ready.add(
            RowFactory.create(
                bucket.context(),
                BURST,
                0,
                PairKey.voice(key),
                PairKey.first(key),
                PairKey.second(key),
                burst.articles(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                burst.firstDay(),
                burst.lastDay(),
                burst.weight()));
      }
    }
  }

  private void node(String context, int entity, long sum, long degree) {
    ready.add(
        RowFactory.create(
            context, NODE, 0, null, entity, entity, sum, null, null, null, degree, null, null, null,
            null, null, null));
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
    var margins = plan.margins.get(plan.contexts.indexOf(bucket.context()));
    var whole = adder.over(Sums.Stretch.ALL, postings, allVoices, end).get(0);
    boolean series = whole.clusters >= plan.keep.seriesClusters && whole.windows > 0;
    var months = adder.over(Sums.Stretch.MONTH, postings, allVoices, end);
    if (whole.windows > 0) {
      nodes
          .computeIfAbsent(bucket.context(), c -> new Nodes(margins.entities()))
          .add(postings.key(allVoices), whole.windows);
    }
    var kept = new HashSet<Integer>();
    long key = postings.key(allVoices);
    keep(List.of(whole), key, margins, series, kept);
    keep(months, key, margins, series, kept);
    if (kept.isEmpty()) {
      return;
    }
    for (int voice = 0; voice < voices; voice++) {
      int begin = begins[voice];
      boolean last = begin == allVoices;
      add(
          Sums.Stretch.ALL,
          postings.key(begin),
          last ? List.of(whole) : adder.over(Sums.Stretch.ALL, postings, begin, begins[voice + 1]),
          margins,
          kept);
      add(
          Sums.Stretch.MONTH,
          postings.key(begin),
          last ? months : adder.over(Sums.Stretch.MONTH, postings, begin, begins[voice + 1]),
          margins,
          kept);
    }
    if (series) {
      for (Sums week : adder.over(Sums.Stretch.WEEK, postings, allVoices, end)) {
        add(Sums.Stretch.WEEK, key, week, null, null, null);
      }
      for (Sums outlet : adder.over(Sums.Stretch.OUTLET, postings, allVoices, end)) {
        if (outlet.windows >= plan.keep.leastWindows) {
          add(Sums.Stretch.OUTLET, key, outlet, null, null, null);
        }
      }
      bursts(key, allVoices, end);
    }
  }

  private void keep(
      List<Sums> slices, long key, Margins margins, boolean series, Set<Integer> kept) {
    for (Sums sums : slices) {
      if (sums.windows == 0) {
        continue;
      }
      if (series || sums.windows >= plan.keep.leastWindows) {
        kept.add(sums.stretch);
        continue;
      }
      double a = margins.of(PairKey.first(key), sums.stretch, Voice.ALL.code());
      double b = margins.of(PairKey.second(key), sums.stretch, Voice.ALL.code());
      if (a * b >= margins.windows(sums.stretch)) {
        kept.add(sums.stretch);
      }
    }
  }

  private void add(
      Sums.Stretch unit, long key, List<Sums> slices, Margins margins, Set<Integer> kept) {
    int voice = PairKey.voice(key);
    for (Sums sums : slices) {
      if (sums.windows >= plan.keep.leastOfRow && kept.contains(sums.stretch)) {
        add(
            unit,
            key,
            sums,
            margins.of(PairKey.first(key), sums.stretch, voice),
            margins.of(PairKey.second(key), sums.stretch, voice),
            margins.windows(sums.stretch));
      }
    }
  }

  private void add(Sums.Stretch unit, long key, Sums sums, Long nA, Long nB, Long n) {
    ready.add(
        RowFactory.create(
            bucket.context(),
            unit.label(),
            sums.stretch,
            PairKey.voice(key),
            PairKey.first(key),
            PairKey.second(key),
            sums.windows,
            nA,
            nB,
            n,
            sums.articles,
            sums.texts,
            sums.clusters,
            sums.outlets,
            sums.firstDay(),
            sums.lastDay(),
            null));
  }

  /** Sums of windows and numbers of others, by entity. */
  private static final class Nodes {
    private final long[] sums;
    private final int[] degrees;

    Nodes(int entities) {
      sums = new long[entities];
      degrees = new int[entities];
    }

    void add(long pair, long windows) {
      for (int entity : new int[] {PairKey.first(pair), PairKey.second(pair)}) {
        sums[entity] += windows;
        degrees[entity]++;
      }
    }

    void forEach(Node node) {
      for (int i = 0; i < sums.length; i++) {
        if (degrees[i] > 0) {
          node.accept(i, sums[i], degrees[i]);
        }
      }
    }
  }

  private interface Node {
    void accept(int entity, long sum, long degree);
  }
}
