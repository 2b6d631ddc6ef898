package org.parley.jobs.resolve;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Mention;

/** Mentions at the Spark boundary: the columns of the table mentions that belong to one article. */
public final class MentionRows {
  /** The columns, without the article's id and month. */
  public static final StructType TYPE =
      StructType.fromDDL(
          "sentence_index int, paragraph_index int, begin int, end int, text string, kind string,"
              + " entity_id string, rule string, confidence double, voice string, quote_index int");

  private MentionRows() {}

  /** A mention as a row of {@link #TYPE}. */
  static Row of(Mention mention, int paragraph, Voices.Place place) {
    return RowFactory.create(
        mention.sentence(),
        paragraph,
        mention.begin(),
        mention.end(),
        mention.text(),
        mention.kind().label(),
        mention.entityId(),
        mention.rule(),
        mention.confidence(),
        place.voice(),
        place.quoteIndex());
  }

  /** The mention of a row that has at least the columns of {@link #TYPE}. */
  public static Mention mention(Row row) {
    return new Mention(
        row.getAs("sentence_index"),
        row.getAs("begin"),
        row.getAs("end"),
        row.getAs("text"),
        Mention.Kind.of(row.getAs("kind")),
        row.getAs("entity_id"),
        row.getAs("rule"),
        row.getAs("confidence"));
  }
}
