package org.parley.jobs.annotate;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.jobs.table.Table;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Annotated texts at the Spark boundary: the columns {@code sentences} and {@code quote_spans} of
 * the table annotations. Words are not stored: they are the text at their places.
 */
public final class AnnotationRows {
  /** The two columns. */
  public static final StructType TYPE =
      new StructType()
          .add(Table.ANNOTATIONS.schema().structType().apply("sentences"))
          .add(Table.ANNOTATIONS.schema().structType().apply("quote_spans"));

  private AnnotationRows() {}

  /** An annotated text as a row of {@link #TYPE}. */
  public static Row of(AnnotatedText text) {
    return RowFactory.create(
        seq(text.sentences(), AnnotationRows::row),
        seq(text.quoteSpans(), span -> RowFactory.create(span.begin(), span.end(), span.closed())));
  }

  private static Row row(Sentence sentence) {
    return RowFactory.create(
        sentence.index(),
        sentence.paragraph(),
        sentence.section().label(),
        sentence.begin(),
        sentence.end(),
        sentence.parsed(),
        seq(sentence.tokens(), AnnotationRows::row));
  }

  private static Row row(Token token) {
    return RowFactory.create(
        token.begin(),
        token.end(),
        token.lemma(),
        token.pos(),
        token.ner(),
        token.head(),
        token.relation());
  }

  private static <T> Seq<Row> seq(List<T> things, Function<T, Row> row) {
    return CollectionConverters.asScala(things.stream().map(row).toList()).toSeq();
  }

  /**
   * The annotated text of a row that has at least the columns of {@link #TYPE}.
   *
   * @param text the text that it was made from
   */
  public static AnnotatedText annotatedText(String text, Row row) {
    List<Row> sentences = row.getList(row.fieldIndex("sentences"));
    List<Row> spans = row.getList(row.fieldIndex("quote_spans"));
    return new AnnotatedText(
        text,
        sentences.stream().map(sentence -> sentence(text, sentence)).toList(),
        spans.stream()
            .map(span -> new QuoteSpan(span.getInt(0), span.getInt(1), span.getBoolean(2)))
            .toList());
  }

  private static Sentence sentence(String text, Row row) {
    List<Row> tokens = row.getList(6);
    return new Sentence(
        row.getInt(0),
        row.getInt(1),
        Section.of(row.getString(2)),
        row.getInt(3),
        row.getInt(4),
        row.getBoolean(5),
        tokens.stream().map(token -> token(text, token)).toList());
  }

  private static Token token(String text, Row row) {
    int begin = row.getInt(0);
    int end = row.getInt(1);
    return new Token(
        begin,
        end,
        text.substring(begin, end),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6));
  }

  /** The text of a row that has at least the columns {@code text} and {@code paragraphs}. */
  public static SectionedText sectionedText(Row row) {
    List<Row> paragraphs = row.getList(row.fieldIndex("paragraphs"));
    return new SectionedText(
        row.getAs("text"),
        paragraphs.stream()
            .map(
                paragraph ->
                    new Paragraph(
                        paragraph.getInt(0),
                        paragraph.getInt(1),
                        Section.of(paragraph.getString(2))))
            .toList());
  }
}
