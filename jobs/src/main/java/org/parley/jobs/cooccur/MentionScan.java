package org.parley.jobs.cooccur;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Packs the mentions of an article into one value where they are read. The table holds the mentions
 * of an article one after the other, so what is shuffled after it is articles, not mentions; where
 * it does not, an article has several values.
 */
final class MentionScan implements Iterator<Row> {
  private static final StructType PACKED = StructType.fromDDL("article_id string, mentions binary");

  private final Iterator<InternalRow> rows;
  private final Map<UTF8String, Integer> entities;
  private final Map<UTF8String, Voice> voices = Voice.byLabel();
  private UTF8String article;
  private long[] mentions = new long[64];
  private int size;
  private Row next;

  private MentionScan(Iterator<InternalRow> rows, Map<UTF8String, Integer> entities) {
    this.rows = rows;
    this.entities = entities;
    advance();
  }

  /** Rows of article_id, mentions (as {@link PackedMention#toBytes}); mostly one an article. */
  static Dataset<Row> packed(Dataset<Row> mentions, Dictionary entities) {
    var spark = mentions.sparkSession();
    Broadcast<Dictionary> numbers =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(entities);
    var columns =
        mentions.select("article_id", "sentence_index", "paragraph_index", "voice", "entity_id");
    // Spark's own rows: to make objects of 25 million mentions takes longer than to count them.
    var scanned =
        ((org.apache.spark.sql.classic.Dataset<Row>) columns)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(rows -> new MentionScan(rows, numbers.value().numbers()));
    return spark.createDataFrame(scanned, PACKED);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Row row = next;
    advance();
    return row;
  }

  private void advance() {
    next = null;
    while (next == null && rows.hasNext()) {
      InternalRow row = rows.next();
      UTF8String id = row.getUTF8String(0);
      if (article == null || !article.equals(id)) {
        next = flushed();
        article = id.copy();
      }
      if (size == mentions.length) {
        mentions = Arrays.copyOf(mentions, size * 2);
      }
      mentions[size++] =
          PackedMention.pack(
              row.getInt(1),
              row.getInt(2),
              voices.get(row.getUTF8String(3)),
              entities.get(row.getUTF8String(4)));
    }
    if (next == null) {
      next = flushed();
    }
  }

  private Row flushed() {
    if (size == 0) {
      return null;
    }
    Row row = RowFactory.create(article.toString(), PackedMention.toBytes(mentions, size));
    size = 0;
    return row;
  }
}
