package org.parley.jobs.annotate;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.parley.jobs.table.Table;
import org.parley.nlp.Outcome;
import org.parley.nlp.Pipeline;
import org.parley.nlp.PipelineOptions;

/**
 * One task of the stage: rows with text_id, text and paragraphs become rows with the columns of
 * both annotations and document_status. Every row comes out; where a text could not be annotated,
 * its sentences are null.
 */
final class AnnotateTexts implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Columns of the table document_status besides text_id and pipeline. */
  private static final String[] STATUS_COLUMNS = {
    "status", "stage", "millis", "token_count", "parsed_tokens", "reason"
  };

  /** All columns that come out. */
  static final StructType TYPE = type();

  private final PipelineOptions options;
  private final LongAccumulator done;

  AnnotateTexts(PipelineOptions options, LongAccumulator done) {
    this.options = options;
    this.done = done;
  }

  private static StructType type() {
    var type = Table.ANNOTATIONS.schema().structType();
    for (String column : STATUS_COLUMNS) {
      type = type.add(Table.DOCUMENT_STATUS.schema().structType().apply(column));
    }
    return type;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> texts) {
    var watchdog = new Watchdog(new Pipeline(options), options.maxSeconds());
    String fingerprint = options.fingerprint();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = texts.hasNext();
        if (!more) {
          watchdog.close();
        }
        return more;
      }

      @Override
      public Row next() {
        Row text = texts.next();
        Row row =
            row(
                text.getAs("text_id"),
                fingerprint,
                watchdog.annotate(AnnotationRows.sectionedText(text)));
        done.add(1);
        return row;
      }
    };
  }

  private static Row row(String textId, String fingerprint, Outcome outcome) {
    Row annotation =
        outcome instanceof Outcome.Annotated annotated ? AnnotationRows.of(annotated.text()) : null;
    return RowFactory.create(
        textId,
        fingerprint,
        annotation == null ? null : annotation.get(0),
        annotation == null ? null : annotation.get(1),
        outcome.status().label(),
        "annotate",
        outcome.millis(),
        outcome.tokenCount(),
        outcome.parsedTokenCount(),
        outcome.reason().isEmpty() ? null : outcome.reason());
  }
}
