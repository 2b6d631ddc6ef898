package org.parley.jobs.annotate;

import java.util.Iterator;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.parley.jobs.table.Table;
import org.parley.nlp.Outcome;

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

  private final Annotator annotator;
  private final String fingerprint;
  private final int seconds;
  private final String journal;
  private final SerializableConfiguration hadoop;
  private final LongAccumulator done;

  /**
   * A function for all tasks.
   *
   * @param fingerprint stands in the rows
   * @param seconds how long a text may take before its thread is given up
   * @param journal folder of the journal
   * @param done counts texts
   */
  AnnotateTexts(
      Annotator annotator,
      String fingerprint,
      int seconds,
      String journal,
      Configuration hadoop,
      LongAccumulator done) {
    this.annotator = annotator;
    this.fingerprint = fingerprint;
    this.seconds = seconds;
    this.journal = journal;
    this.hadoop = new SerializableConfiguration(hadoop);
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
    var task = TaskContext.get();
    boolean mayRepeat =
        task.attemptNumber() > 0
            || task.stageAttemptNumber() > 0
            || SparkEnv.get().executorId().equals("driver");
    var annotation =
        new CarefulAnnotation(annotator, Journal.open(journal, hadoop.value()), mayRepeat, seconds);
    task.addTaskCompletionListener((TaskCompletionListener) ended -> annotation.close());
    return IteratorUtils.transformedIterator(
        texts,
        text -> {
          String textId = text.getAs("text_id");
          Outcome outcome = annotation.annotate(textId, AnnotationRows.sectionedText(text));
          done.add(1);
          return row(textId, fingerprint, outcome);
        });
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
