package org.parley.jobs.annotate;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.PipelineOptions;

@Tag("models")
@ExtendWith(LocalSpark.class)
class AnnotateJobTest {
  @TempDir Path folder;
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    warehouse = new Warehouse(spark, folder.toString());
  }

  /** Writes the table articles: each text is one paragraph, its id its own words. */
  private void articles(String... texts) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < texts.length; i++) {
      rows.add(
          RowFactory.create(
              "a" + i,
              texts[i],
              texts[i],
              texts[i].length(),
              new Object[] {RowFactory.create(0, texts[i].length(), "body")}));
    }
    var given =
        spark.createDataFrame(
            rows,
            StructType.fromDDL(
                "article_id string, text_id string, text string, char_count int,"
                    + " paragraphs array<struct<begin:int,end:int,section:string>>"));
    for (var column : Table.ARTICLES.schema().columns()) {
      if (!List.of(given.columns()).contains(column.name())) {
        given =
            given.withColumn(
                column.name(), org.apache.spark.sql.functions.lit(null).cast(column.type()));
      }
    }
    warehouse.replace(Table.ARTICLES, given);
  }

  private AnnotateJob.Result run(PipelineOptions options) {
    return AnnotateJob.run(
        spark, new AnnotateJob.Config(folder.toString(), options), RunMetrics.start());
  }

  private List<String> textIds(Table table) {
    return warehouse.read(table).orderBy("text_id").select("text_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void everyDistinctTextIsAnnotatedOnce() {
    articles("Rain fell.", "Snow fell.", "Rain fell.");

    var result = run(PipelineOptions.DEFAULT);

    assertThat(result.distinctTexts()).isEqualTo(2);
    assertThat(result.annotated()).isEqualTo(2);
    assertThat(textIds(Table.ANNOTATIONS)).containsExactly("Rain fell.", "Snow fell.");
    assertThat(textIds(Table.DOCUMENT_STATUS)).containsExactly("Rain fell.", "Snow fell.");
  }

  @Test
  void aSecondRunAnnotatesOnlyWhatIsNew() {
    articles("Rain fell.");
    run(PipelineOptions.DEFAULT);
    articles("Rain fell.", "Snow fell.");

    var result = run(PipelineOptions.DEFAULT);

    assertThat(result.pendingTexts()).isEqualTo(1);
    assertThat(textIds(Table.ANNOTATIONS)).containsExactly("Rain fell.", "Snow fell.");
  }

  @Test
  void anotherFingerprintAnnotatesAnewBesideTheOld() {
    articles("Rain fell.");
    run(PipelineOptions.DEFAULT);

    run(PipelineOptions.DEFAULT.withMaxSentences(3));

    assertThat(warehouse.read(Table.ANNOTATIONS).select("pipeline").distinct().count())
        .isEqualTo(2);
  }

  @Test
  void aTextThatWasCutSaysSo() {
    articles("Rain fell. Snow fell.");

    run(PipelineOptions.DEFAULT.withMaxSentences(1));

    var status = warehouse.read(Table.DOCUMENT_STATUS).first();
    assertThat(status.<String>getAs("status")).isEqualTo("truncated");
    assertThat(status.<String>getAs("reason")).isEqualTo("the text was cut after 1 sentences");
    assertThat(status.<Integer>getAs("token_count")).isEqualTo(3);
  }

  @Test
  void aBatchThatAKilledRunHasStagedIsAddedByTheNext() {
    articles("Rain fell.", "Snow fell.");
    run(PipelineOptions.DEFAULT);
    // What a run leaves that was killed after the first of the two tables had its rows.
    var staged =
        warehouse
            .read(Table.ANNOTATIONS)
            .join(warehouse.read(Table.DOCUMENT_STATUS).drop("pipeline"), "text_id")
            .select(col("*"));
    staged.write().parquet(folder.resolve("_staging/annotate-batch").toString());
    warehouse.replace(
        Table.DOCUMENT_STATUS, warehouse.read(Table.DOCUMENT_STATUS).where("text_id like 'Rain%'"));

    var result = run(PipelineOptions.DEFAULT);

    assertThat(result.pendingTexts()).isZero();
    assertThat(textIds(Table.ANNOTATIONS)).containsExactly("Rain fell.", "Snow fell.");
    assertThat(textIds(Table.DOCUMENT_STATUS)).containsExactly("Rain fell.", "Snow fell.");
    assertThat(Files.exists(folder.resolve("_staging/annotate-batch"))).isFalse();
  }

  @Test
  void anEmptyTableNeedsNoWork() {
    articles();

    assertThat(run(PipelineOptions.DEFAULT).summary())
        .isEqualTo("annotate: all 0 texts were annotated before");
  }
}
