package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * Sentences that stood elsewhere before: what an outlet prints under each article, and what one
 * text takes from another without being its near-duplicate. In the tested counts of sentences such
 * a sentence counts where it is first, by time and then by the article's id.
 */
final class RepeatedSentences {
  /** For each article that has some, its repeated sentences: see {@link #of}. */
  static final StructType SCHEMA =
      StructType.fromDDL("article_id string, repeated array<int>, repeats int");

  private RepeatedSentences() {}

  /** No sentence is repeated. */
  static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(List.of(), SCHEMA);
  }

  /**
   * The repeated sentences of articles.
   *
   * <p>An element of the column repeated is twice the index of the sentence, plus 1 if the
   * article's own outlet has printed it before. In articles that do not stand for their
   * near-duplicate cluster, only those are listed: their windows count nowhere else. The column
   * repeats tells how many sentences of an article that does stand for its cluster are not counted.
   *
   * @param articles all of a corpus
   */
  static Dataset<Row> of(Dataset<Row> articles, Dataset<Row> annotations) {
    var places =
        articles.selectExpr(
            "article_id",
            "text_id",
            "source",
            "published_at",
            """
            row_number() OVER (PARTITION BY cluster_id ORDER BY published_at NULLS LAST, article_id)
              = 1 AS representative
            """);
    return places
        .join(digests(articles, annotations), "text_id")
        .selectExpr("*", "posexplode(digests) AS (place, digest)")
        .where("digest != " + SentenceDigest.NONE)
        .selectExpr(
            "article_id",
            "indexes[place] AS sentence",
            "representative",
            """
            representative AND row_number() OVER (
              PARTITION BY digest ORDER BY NOT representative, published_at NULLS LAST, article_id, place) > 1
              AS known
            """,
            """
            source IS NOT NULL AND row_number() OVER (
              PARTITION BY digest, source ORDER BY published_at NULLS LAST, article_id, place) > 1
              AS known_to_outlet
            """)
        .where("known OR known_to_outlet AND NOT representative")
        .groupBy("article_id")
        .agg(
            expr("sort_array(collect_list(2 * sentence + CAST(known_to_outlet AS INT)))")
                .as("repeated"),
            expr("CAST(count_if(representative) AS INT)").as("repeats"));
  }

  /** Of each text, indexes of the sentences that count, and their digests. */
  private static Dataset<Row> digests(Dataset<Row> articles, Dataset<Row> annotations) {
    UDF5<String, Seq<Integer>, Seq<Integer>, Seq<String>, Integer, long[]> digests =
        (text, begins, ends, sections, size) -> {
          var found = new long[size];
          for (int i = 0; i < size; i++) {
            found[i] =
                text == null || !Corpus.counts(sections.apply(i))
                    ? SentenceDigest.NONE
                    : SentenceDigest.of(text, begins.apply(i), ends.apply(i));
          }
          return found;
        };
    return annotations
        .selectExpr(
            "text_id",
            "sentences.index AS indexes",
            "sentences.begin AS begins",
            "sentences.end AS ends",
            "sentences.section AS sections")
        .groupBy("text_id")
        .agg(expr("max_by(struct(indexes, begins, ends, sections), size(indexes))").as("sentences"))
        .join(articles.groupBy("text_id").agg(expr("min(text)").as("text")), "text_id")
        .select(
            col("text_id"),
            col("sentences.indexes").as("indexes"),
            udf(digests, DataTypes.createArrayType(DataTypes.LongType, false))
                .apply(
                    col("text"),
                    col("sentences.begins"),
                    col("sentences.ends"),
                    col("sentences.sections"),
                    expr("size(sentences.indexes)"))
                .as("digests"));
  }
}
