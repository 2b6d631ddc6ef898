package org.parley.jobs.resolve;

import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.quote.Affiliation;
import org.parley.quote.Quotation;

/** Quotations at the Spark boundary: the columns of the table quotes that belong to one article. */
public final class QuoteRows {
  /** The columns, without the article's id and month. */
  public static final StructType TYPE =
      StructType.fromDDL(
          "quote_index int, kind string, begin int, end int, text string, cue string,"
              + " speaker_text string, speaker_begin int, speaker_end int, speaker_id string,"
              + " speaker_class string, speaker_nation_id string,"
              + " speaker_organization_id string, speaker_role string, rule string,"
              + " confidence double, outer_index int");

  private QuoteRows() {}

  /** A quotation as a row of {@link #TYPE}. */
  static Row of(Quotation quotation) {
    return RowFactory.create(
        quotation.index(),
        quotation.kind().label(),
        quotation.begin(),
        quotation.end(),
        quotation.text(),
        quotation.cue(),
        quotation.speakerText(),
        quotation.speakerBegin() < 0 ? null : quotation.speakerBegin(),
        quotation.speakerEnd() < 0 ? null : quotation.speakerEnd(),
        quotation.speakerId(),
        quotation.speakerClass().label(),
        quotation.affiliation().nationId(),
        quotation.affiliation().organizationId(),
        quotation.affiliation().role(),
        quotation.rule(),
        quotation.confidence(),
        quotation.isNested() ? quotation.outerIndex() : null);
  }

  /** The quotation of a row that has at least the columns of {@link #TYPE}. */
  public static Quotation quotation(Row row) {
    Integer speakerBegin = row.getAs("speaker_begin");
    Integer speakerEnd = row.getAs("speaker_end");
    Integer outer = row.getAs("outer_index");
    return new Quotation(
        row.getAs("quote_index"),
        Quotation.Kind.valueOf(upper(row.getAs("kind"))),
        row.getAs("begin"),
        row.getAs("end"),
        row.getAs("text"),
        row.getAs("cue"),
        row.getAs("speaker_text"),
        speakerBegin == null ? -1 : speakerBegin,
        speakerEnd == null ? -1 : speakerEnd,
        row.getAs("speaker_id"),
        Quotation.SpeakerClass.valueOf(upper(row.getAs("speaker_class"))),
        row.getAs("rule"),
        row.getAs("confidence"),
        outer == null ? -1 : outer,
        new Affiliation(
            row.getAs("speaker_nation_id"),
            row.getAs("speaker_organization_id"),
            row.getAs("speaker_role")));
  }

  private static String upper(String label) {
    return label.toUpperCase(Locale.ROOT);
  }
}
