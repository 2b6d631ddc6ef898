package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts the blocks of a bucket together again: all postings of its keys, sorted. The same buffer
 * serves all buckets of a task, one after the other.
 */
final class Buckets implements Iterator<Buckets.Bucket> {
  /** The postings of one kind, context and bucket; valid until the next one is asked for. */
  record Bucket(String kind, String context, int number, Postings postings) {}

  private final Iterator<Row> blocks;
  private final BiConsumer<Row, Postings> decoder;
  private final Consumer<Row> others;
  private final Postings postings = new Postings(1 << 12);
  private Row next;

  /**
   * Buckets of blocks in the order of {@link #gathered}.
   *
   * @param decoder adds a block's postings
   * @param others takes the rows of other kinds than entity and pair
   */
  Buckets(Iterator<Row> blocks, BiConsumer<Row, Postings> decoder, Consumer<Row> others) {
    this.blocks = blocks;
    this.decoder = decoder;
    this.others = others;
    advance();
  }

  private void advance() {
    next = null;
    while (next == null && blocks.hasNext()) {
      Row row = blocks.next();
      String kind = row.getAs("kind");
      if (kind.equals(Blocks.ENTITY) || kind.equals(Blocks.PAIR)) {
        next = row;
      } else {
        others.accept(row);
      }
    }
  }

  /** Brings the blocks of a bucket together, one after the other. */
  static Dataset<Row> gathered(Dataset<Row> blocks) {
    return blocks
        .repartition(col("context"), col("bucket"))
        .sortWithinPartitions("kind", "context", "bucket");
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Bucket next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String kind = next.getAs("kind");
    String context = next.getAs("context");
    Integer number = next.getAs("bucket");
    postings.clear();
    while (next != null
        && Objects.equals(number, next.getAs("bucket"))
        && context.equals(next.getAs("context"))
        && kind.equals(next.getAs("kind"))) {
      decoder.accept(next, postings);
      advance();
    }
    postings.sort();
    return new Bucket(kind, context, number, postings);
  }
}
