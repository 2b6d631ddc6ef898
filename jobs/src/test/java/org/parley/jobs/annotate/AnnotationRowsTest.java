package org.parley.jobs.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@ExtendWith(LocalSpark.class)
class AnnotationRowsTest {
  private static final AnnotatedText TEXT =
      new AnnotatedText(
          "“Go 😀,” Ana said",
          List.of(
              new Sentence(
                  0,
                  0,
                  Section.HEADLINE,
                  0,
                  7,
                  false,
                  List.of(
                      new Token(0, 1, "“", "''", "``", "O", Token.UNPARSED, ""),
                      new Token(1, 3, "Go", "go", "VB", "O", Token.UNPARSED, ""),
                      new Token(4, 6, "😀", "😀", "NN", "O", Token.UNPARSED, ""))),
              new Sentence(
                  1,
                  1,
                  Section.BODY,
                  9,
                  17,
                  true,
                  List.of(
                      new Token(9, 12, "Ana", "Ana", "NNP", "PERSON", 1, "nsubj"),
                      new Token(13, 17, "said", "say", "VBD", "O", Token.ROOT, "root")))),
          List.of(new QuoteSpan(0, 8, true)));

  @Test
  void anAnnotatedTextSurvivesTheTable(SparkSession spark, @TempDir Path folder) {
    spark
        .createDataFrame(List.of(AnnotationRows.of(TEXT)), AnnotationRows.TYPE)
        .write()
        .parquet(folder.resolve("annotations").toString());

    var row = spark.read().parquet(folder.resolve("annotations").toString()).first();

    assertThat(AnnotationRows.annotatedText(TEXT.text(), row)).isEqualTo(TEXT);
  }

  @Test
  void anEmptyTextSurvivesAsWell(SparkSession spark) {
    var empty = new AnnotatedText("", List.of(), List.of());

    var row = spark.createDataFrame(List.of(AnnotationRows.of(empty)), AnnotationRows.TYPE).first();

    assertThat(AnnotationRows.annotatedText("", row)).isEqualTo(empty);
  }

  @Test
  void paragraphsAreReadWithTheirSections(SparkSession spark) {
    var row =
        spark
            .createDataFrame(
                List.of(
                    RowFactory.create(
                        "One\nTwo",
                        new Object[] {
                          RowFactory.create(0, 3, "headline"), RowFactory.create(4, 7, "lede")
                        })),
                StructType.fromDDL(
                    "text string, paragraphs array<struct<begin:int,end:int,section:string>>"))
            .first();

    assertThat(AnnotationRows.sectionedText(row))
        .isEqualTo(
            new SectionedText(
                "One\nTwo",
                List.of(new Paragraph(0, 3, Section.HEADLINE), new Paragraph(4, 7, Section.LEDE))));
  }
}
