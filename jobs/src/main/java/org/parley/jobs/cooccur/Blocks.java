package org.parley.jobs.cooccur;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Counts clusters into blocks of sorted {@link Postings}, each of one bucket of pairs. A block is
 * one row, so that what is shuffled is some ten thousand postings at a time.
 */
final class Blocks implements Iterator<Row> {
  /** So many buckets are counted one after the other: what is in one must fit into memory. */
  static final int BUCKETS = 128;

  private static final int BUCKET_BITS = Integer.numberOfTrailingZeros(BUCKETS);

  /** 2^32 over the golden ratio: spreads hashes over their highest bits (Knuth). */
  private static final int SPREAD = 0x9e3779b9;

  static final String ENTITY = "entity";
  static final String PAIR = "pair";

  /** {@link WindowSizes} of a month. */
  static final String SIZE = "size";

  /** A window with too many entities: bucket tells how many, block where, as UTF-8. */
  static final String CAPPED = "capped";

  /** Postings hold their month themselves: theirs is null. */
  static final StructType SCHEMA =
      StructType.fromDDL("kind string, context string, bucket int, block binary, month string");

  private static final int FULL = 1 << 19;

  /** What the executors need to know. */
  private record Plan(
      Calendar calendar,
      Dictionary entities,
      Dictionary outlets,
      List<WindowKind> kinds,
      int mostEntities)
      implements Serializable {}

  private final Iterator<Row> clusters;
  private final Plan plan;
  private final int[] hashes;
  private final List<Counter> counters = new ArrayList<>();
  private final ArrayDeque<Row> ready = new ArrayDeque<>();

  private Blocks(Iterator<Row> clusters, Plan plan) {
    this.clusters = clusters;
    this.plan = plan;
    this.hashes = new int[plan.entities.size()];
    Arrays.setAll(hashes, i -> plan.entities.name(i).hashCode());
    plan.kinds.forEach(kind -> counters.add(new Counter(kind)));
  }

  /**
   * The blocks of a corpus: {@link #SCHEMA}.
   *
   * @param mostEntities a window makes pairs of so many entities at most
   */
  static Dataset<Row> of(Corpus corpus, List<WindowKind> kinds, int mostEntities) {
    var plan =
        JavaSparkContext.fromSparkContext(corpus.clusters().sparkSession().sparkContext())
            .broadcast(
                new Plan(
                    corpus.calendar(), corpus.entities(), corpus.outlets(), kinds, mostEntities));
    return corpus
        .clusters()
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Blocks(rows, plan.value()),
            Encoders.row(SCHEMA));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && clusters.hasNext()) {
      var members = Corpus.members(clusters.next(), plan.calendar, plan.outlets);
      counters.forEach(counter -> counter.count(members));
      if (!clusters.hasNext()) {
        counters.forEach(Counter::finish);
      }
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

  /**
   * The bucket of a pair, by names: numbers change from run to run. By both, because one entity
   * alone may be in most articles.
   */
  private int bucket(long key) {
    int hash = 31 * hashes[PairKey.first(key)] + hashes[PairKey.second(key)];
    return (hash * SPREAD) >>> (Integer.SIZE - BUCKET_BITS);
  }

  /** Counts in one kind of window. */
  private final class Counter {
    private final String context;
    private final ClusterPostings counts;
    private final Postings entities = new Postings(1 << 12);
    private final Postings pairs = new Postings(1 << 12);
    private final WindowSizes[] sizes = new WindowSizes[plan.calendar.size()];

    Counter(WindowKind kind) {
      context = kind.label();
      counts = new ClusterPostings(kind, plan.mostEntities);
    }

    void count(List<ClusterMember> members) {
      counts.entities(members, entities);
      counts.pairs(members, pairs);
      counts.windows(members, this::measure);
      if (entities.size() > FULL) {
        flush(ENTITY, entities);
      }
      if (pairs.size() > FULL) {
        flush(PAIR, pairs);
      }
    }

    void finish() {
      flush(ENTITY, entities);
      flush(PAIR, pairs);
      for (int month = 0; month < sizes.length; month++) {
        if (sizes[month] != null) {
          ready.add(
              RowFactory.create(
                  SIZE, context, 0, sizes[month].toBytes(), plan.calendar.month(month)));
        }
      }
    }

    private void measure(ClusterMember member, Windows window) {
      if (sizes[member.month()] == null) {
        sizes[member.month()] = new WindowSizes();
      }
      for (int voice = 0; voice < Voice.COUNT; voice++) {
        if (window.size(voice) > 0) {
          sizes[member.month()].add(voice, window.size(voice));
        }
      }
      int entities = window.size(Voice.ALL.code());
      if (entities > plan.mostEntities) {
        byte[] place = (window.number() + " " + member.article()).getBytes(UTF_8);
        ready.add(
            RowFactory.create(
                CAPPED, context, entities, place, plan.calendar.month(member.month())));
      }
    }

    private void flush(String kind, Postings postings) {
      postings.sort();
      var writers = new Postings.Writer[BUCKETS];
      Arrays.setAll(writers, bucket -> new Postings.Writer());
      for (int i = 0; i < postings.size(); i++) {
        long key = postings.key(i);
        writers[bucket(key)].add(key, postings.posting(i));
      }
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        if (!writers[bucket].isEmpty()) {
          ready.add(RowFactory.create(kind, context, bucket, writers[bucket].take(), null));
        }
      }
      postings.clear();
    }
  }
}
